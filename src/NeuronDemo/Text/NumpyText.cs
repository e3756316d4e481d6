using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Text;

/// <summary>Prints a matrix the way NumPy prints a two-dimensional array of floats.</summary>
/// <remarks>
/// The rules are those of NumPy's array printing under its default print options, described at
/// <see href="https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html">numpy.set_printoptions</see>.
/// </remarks>
public static class NumpyText
{
    private const int Threshold = 1000;
    private const int EdgeItems = 3;
    private const int LineWidth = 75;

    /// <summary>Gives the text of <c>str(numpy.array(...))</c> for the same numbers, character for character.</summary>
    /// <param name="matrix">
    /// A matrix of any shape (rows x columns); NaN and infinities are welcome. If it holds more than 1000 numbers, only
    /// the first and last three rows and columns are printed, with <c>...</c> for those between.
    /// </param>
    /// <returns>
    /// Every row in brackets on a line of its own, continued on further lines if it is longer than 75 characters. The
    /// lines end in <c>\n</c> and the numbers have a decimal point, whatever the platform and the culture.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    public static string Format(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);

        bool summarize = (long)matrix.RowCount * matrix.ColumnCount > Threshold;
        int[] rows = PrintedIndices(matrix.RowCount, summarize);
        int[] columns = PrintedIndices(matrix.ColumnCount, summarize);

        // Numbers that are left out have no say in the notation and the width.
        double[] numbers = [.. from row in rows from column in columns select matrix[row, column]];
        string[] lines =
        [
            .. from words in AlignedNumbers.Format(numbers).Chunk(columns.Length)
               select Row(WithGap(words, matrix.ColumnCount)),
        ];

        return $"[{string.Join("\n ", WithGap(lines, matrix.RowCount))}]";
    }

    private static int[] PrintedIndices(int count, bool summarize) =>
        summarize && count > 2 * EdgeItems
            ? [.. Enumerable.Range(0, EdgeItems), .. Enumerable.Range(count - EdgeItems, EdgeItems)]
            : [.. Enumerable.Range(0, count)];

    private static string[] WithGap(string[] printed, int count) =>
        printed.Length == count ? printed : [.. printed[..EdgeItems], "...", .. printed[EdgeItems..]];

    private static string Row(string[] words)
    {
        // Every line keeps room for the opening and the closing brackets, also where none stands.
        int width = LineWidth - "[[]]".Length;

        List<string> lines = [];
        string line = words[0];
        foreach (string word in words[1..])
        {
            if (line.Length + " ".Length + word.Length > width)
            {
                lines.Add(line.TrimEnd());
                line = word;
            }
            else
            {
                line += " " + word;
            }
        }

        return $"[{string.Join("\n  ", [.. lines, line])}]";
    }
}
