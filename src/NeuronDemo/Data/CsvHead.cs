using System.Text;
using NeuronDemo.Messages;
using Sylvan.Data.Csv;

namespace NeuronDemo.Data;

/// <summary>What the first line of a CSV file tells.</summary>
/// <param name="Separator">What stands between cells.</param>
/// <param name="ColumnCount">How many cells a row has.</param>
/// <param name="Names">The columns' names, if the first line is a header.</param>
internal sealed record CsvHead(char Separator, int ColumnCount, IReadOnlyList<string>? Names)
{
    // As many as a spreadsheet has.
    private const int MostColumns = 16384;

    /// <summary>Reads the first line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="first">The file's first piece.</param>
    /// <param name="rest">What follows the header in that piece, or all of it if there is none.</param>
    /// <param name="cancellationToken">Stops before the line.</param>
    /// <returns>What the first line tells.</returns>
    /// <exception cref="UnusableInputException">The line can't be read, or has too many cells.</exception>
    public static CsvHead Read(CsvSource source, CsvPiece first, out CsvPiece rest, CancellationToken cancellationToken)
    {
        using CsvText text = new(source, first, cancellationToken);
        char separator = SeparatorOf(text.Bytes);
        try
        {
            using CsvDataReader csv = text.Rows(separator);
            csv.Read();
            if (csv.RowFieldCount > MostColumns)
            {
                throw CsvProblem.At(source.Name, first.FirstLine, new(
                    $"{csv.RowFieldCount} cells; at most {MostColumns} can be read.", $"有 {csv.RowFieldCount} 个单元格；最多可读 {MostColumns} 个。"));
            }

            string[] cells = [.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)];
            bool isHeader = !cells.Any(LooksLikeNumber) && !cells.All(string.IsNullOrWhiteSpace);
            rest = isHeader ? After(first, text.Bytes[..Encoding.UTF8.GetByteCount(csv.GetRawRecordSpan())]) : first;
            return new(separator, cells.Length, isHeader ? [.. cells.Select(cell => cell.ReplaceLineEndings(" ").Trim())] : null);
        }
        catch (CsvFormatException exception)
        {
            throw CsvProblem.At(source.Name, first.FirstLine, exception.FieldOrdinal, CsvProblem.WrongQuotes);
        }
    }

    private static bool LooksLikeNumber(string cell) => CsvNumber.TryParse(cell, out _) || CsvNumber.HasDecimalComma(cell);

    // A comma may also be a decimal comma, so the others go first.
    private static char SeparatorOf(ReadOnlySpan<byte> text)
    {
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
                    return '\t';
                case (byte)';' when !quoted:
                    hasSemicolon = true;
                    break;
                case (byte)'\n' when !quoted:
                    return hasSemicolon ? ';' : ',';
            }
        }

        return hasSemicolon ? ';' : ',';
    }

    private static CsvPiece After(CsvPiece piece, ReadOnlySpan<byte> header)
    {
        int rows = 0;
        foreach (Range line in header.Split((byte)'\n'))
        {
            rows += CsvSurvey.IsBlank(header[line]) ? 0 : 1;
        }

        int lines = header.Count((byte)'\n');
        return new(piece.Offset + header.Length, piece.Length - header.Length, piece.FirstLine + lines, piece.Rows - rows);
    }
}
