using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Text;

/// <summary>Prints a matrix the way NumPy prints a two-dimensional array of floats.</summary>
/// <remarks>
/// The rules are those of NumPy's array printing under its default
/// <see href="https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html">print options</see>.
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
    /// Every row in brackets on a line of its own, continued on further lines if it is longer than 75 characters. Lines
    /// are separated by <c>\n</c> and numbers have a decimal point, whatever the platform and the culture.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    public static string Format(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);

        // Numbers that are left out have no say in the format of the others.
        bool summarize = (long)matrix.RowCount * matrix.ColumnCount > Threshold;
        Matrix<double> printed = summarize ? Corners(matrix) : matrix;
        NumpyNumberFormat format = new(printed.ToColumnMajorArray());

        string[] rows = new string[printed.RowCount];
        for (int i = 0; i < rows.Length; i++)
        {
            string[] words = new string[printed.ColumnCount];
            for (int j = 0; j < words.Length; j++)
            {
                words[j] = format.Text(printed[i, j]);
            }

            rows[i] = Row(WithGap(words, matrix.ColumnCount));
        }

        return $"[{string.Join("\n ", WithGap(rows, matrix.RowCount))}]";
    }

    private static Matrix<double> Corners(Matrix<double> matrix)
    {
        int rows = Math.Min(matrix.RowCount, 2 * EdgeItems);
        int columns = Math.Min(matrix.ColumnCount, 2 * EdgeItems);

        return Matrix<double>.Build.Dense(rows, columns, (i, j) => matrix[
            i < EdgeItems ? i : matrix.RowCount - rows + i,
            j < EdgeItems ? j : matrix.ColumnCount - columns + j]);
    }

    private static string[] WithGap(string[] printed, int count) =>
        printed.Length == count ? printed : [.. printed[..EdgeItems], "...", .. printed[EdgeItems..]];

    private static string Row(string[] words)
    {
        // Every line keeps room for two brackets on either side, also where none stand.
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
