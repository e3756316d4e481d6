using System.Globalization;
using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>What the first row of a CSV file tells.</summary>
/// <param name="Separator">What stands between cells.</param>
/// <param name="ColumnCount">How many cells a row has.</param>
/// <param name="Names">The columns' names, if the first row is a header.</param>
internal sealed record CsvHead(byte Separator, int ColumnCount, IReadOnlyList<string>? Names)
{
    // As many as a spreadsheet has.
    private const int MostColumns = 16384;

    /// <summary>What separates cells in a text that begins with the first row.</summary>
    public static byte SeparatorOf(ReadOnlySpan<byte> text)
    {
        // A comma may also be a decimal comma, so the others go first.
        bool quoted = false;
        bool hasSemicolon = false;
        foreach (byte c in text)
        {
            switch (c)
            {
                case (byte)'"':
                    quoted = !quoted;
                    break;
                case (byte)'\t' when !quoted:
                    return (byte)'\t';
                case (byte)';' when !quoted:
                    hasSemicolon = true;
                    break;
                case (byte)'\n' when !quoted:
                    return (byte)(hasSemicolon ? ';' : ',');
            }
        }

        return (byte)(hasSemicolon ? ';' : ',');
    }

    /// <summary>Reads the first row.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="line">On which line the row begins.</param>
    /// <param name="row">The row; its quotes are closed.</param>
    /// <param name="separator">What separates its cells.</param>
    /// <exception cref="UnusableInputException">It has too many cells.</exception>
    public static CsvHead Of(string file, long line, ReadOnlySpan<byte> row, byte separator)
    {
        CsvCells reader = new(row, separator, line);
        List<string> cells = [];
        do
        {
            cells.Add(CellContent.Text(CellContent.Of(reader.Read())));
        }
        while (!reader.EndsRow);

        if (cells.Count > MostColumns)
        {
            throw CsvProblem.At(file, line, new(
                $"{cells.Count} cells; at most {MostColumns} can be read.", $"有 {cells.Count} 个单元格；最多可读 {MostColumns} 个。"));
        }

        bool isHeader = !cells.Any(IsNumeric) && cells.Any(cell => cell.Length > 0);
        return new(separator, cells.Count, isHeader ? cells : null);
    }

    /// <summary>Refuses the only cell of a row if spaces or bars separate numbers in it.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="line">The row's line.</param>
    /// <param name="row">The row.</param>
    public static void RequireSeparators(string file, long line, ReadOnlySpan<byte> row)
    {
        string cell = CellContent.Text(CellContent.Of(new CsvCells(row, separator: 0, line).Read()));
        string[] words = Words(cell);
        if (words.Length > 1 && Array.Exists(words, IsNumber) && !IsNumber(cell))
        {
            throw CsvProblem.At(file, line, new(
                "columns have to be separated by commas, semicolons or tabs; save the file that way.",
                "列与列之间要用半角逗号、分号或制表符分隔；请这样另存文件。"));
        }
    }

    // Numbers with something other than a separator between them are no name either.
    private static bool IsNumeric(string cell) => IsNumber(cell) || (cell.Length > 0 && Array.TrueForAll(Words(cell), IsNumber));

    private static bool IsNumber(string cell) =>
        double.TryParse(cell, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out _) || NumberGuess.Of(cell) is not null;

    private static string[] Words(string cell) => cell.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
}
