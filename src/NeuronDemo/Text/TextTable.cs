using System.Text;

namespace NeuronDemo.Text;

/// <summary>Rows of cells, aligned in columns for a terminal.</summary>
internal static class TextTable
{
    /// <summary>What stands between two cells.</summary>
    public const string Gap = "  ";

    /// <summary>Lays the rows out.</summary>
    /// <param name="rows">The rows, all with as many cells as the first.</param>
    /// <returns>A line a row, each ended and without blanks at its end; cells stand flush right, the last one flush left.</returns>
    public static string Format(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length - 1).Select(column => rows.Max(row => WidthOf(row[column])))];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            StringBuilder line = new();
            for (int column = 0; column < widths.Length; column++)
            {
                line.Append(' ', widths[column] - WidthOf(row[column])).Append(row[column]).Append(Gap);
            }

            text.Append(line.Append(row[^1]).ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Cells on a terminal, which shows Chinese characters and full-width punctuation two cells wide.</summary>
    internal static int WidthOf(string text) =>
        text.Length + text.Count(c => c is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60');
}
