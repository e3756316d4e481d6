using System.Text.Unicode;
using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>
/// A first look at a CSV file, as fast as its bytes come: finds the lines, counts those that are not blank, so that
/// memory is taken once and for no more than the numbers need, and refuses what is not text.
/// </summary>
internal sealed class CsvSurvey
{
    // Far more than a table of the most columns needs, and little enough to hold while its end is looked for.
    private const int MostLineBytes = 1 << 20;

    // Enough that a piece outweighs what starting on it costs, and little enough to share evenly.
    private const int PieceBytes = 1 << 20;

    private readonly CsvSource _source;
    private readonly List<CsvPiece> _pieces = [];
    private CsvPiece _piece;
    private long _offset;
    private long _line;
    private long _rows;

    private CsvSurvey(CsvSource source) => _source = source;

    /// <summary>Cuts a file at line ends.</summary>
    /// <returns>The pieces, in their order. Each begins with a line that is not blank.</returns>
    /// <exception cref="UnusableInputException">The file is not text, or a line is too long.</exception>
    public static List<CsvPiece> Of(CsvSource source, CancellationToken cancellationToken)
    {
        CsvSurvey survey = new(source);
        survey.ReadLines(cancellationToken);
        return survey._pieces;
    }

    /// <summary>Whether a line has nothing but spaces.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => !line.TrimEnd("\r\n"u8).ContainsAnyExcept((byte)' ');

    private void ReadLines(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MostLineBytes];
        int held = 0;
        int read;
        do
        {
            read = _source.Read(buffer.AsMemory(held), _offset + held, cancellationToken);
            ReadOnlySpan<byte> text = buffer.AsSpan(0, held + read);
            for (int end = text.IndexOf((byte)'\n'); end >= 0; end = text.IndexOf((byte)'\n'))
            {
                AddLine(text[..(end + 1)]);
                text = text[(end + 1)..];
            }

            if (text.Length == buffer.Length)
            {
                throw CsvProblem.At(_source.Name, _line + 1, new(
                    $"the line is longer than {MostLineBytes} bytes.", $"该行超过 {MostLineBytes} 字节。"));
            }

            text.CopyTo(buffer);
            held = text.Length;
        }
        while (read > 0);

        if (held > 0)
        {
            AddLine(buffer.AsSpan(0, held));
        }

        ClosePiece();
    }

    private void AddLine(ReadOnlySpan<byte> line)
    {
        _line++;
        if (_line == 1 && line.StartsWith("\uFEFF"u8))
        {
            _offset += "\uFEFF"u8.Length;
            line = line["\uFEFF"u8.Length..];
        }

        RequireText(line);
        bool isBlank = IsBlank(line);
        if (_piece.Rows == 0)
        {
            _piece = new(_offset, 0, _line, 0);
        }

        _offset += line.Length;
        _piece = _piece with { Length = _piece.Length + line.Length, Rows = _piece.Rows + (isBlank ? 0 : 1) };
        if (_piece.Length >= PieceBytes)
        {
            ClosePiece();
        }
    }

    private void ClosePiece()
    {
        if (_piece.Rows > 0)
        {
            _pieces.Add(_piece);
            _rows += _piece.Rows;
            _piece = default;
        }

        if (_rows > Array.MaxLength)
        {
            throw new UnusableInputException(new(
                $"'{_source.Name}' has more than {Array.MaxLength} rows.", $"“{_source.Name}”超过 {Array.MaxLength} 行。"));
        }
    }

    private void RequireText(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> inside = line.EndsWith("\r\n"u8) ? line[..^2] : line;
        int strange = inside.IndexOfAny((byte)'\0', (byte)'\r');
        if (strange >= 0)
        {
            throw CsvProblem.At(_source.Name, _line, inside[strange] == '\0'
                ? new("a zero byte; the file is not text in UTF-8.", "有零字节；文件不是 UTF-8 文本。")
                : new("a carriage return without a line feed; save the file with line ends LF or CRLF.", "回车符后没有换行符；请以 LF 或 CRLF 行尾保存文件。"));
        }

        if (!Utf8.IsValid(inside))
        {
            throw CsvProblem.At(_source.Name, _line, new(
                "bytes that are not text in UTF-8; save the file as UTF-8.", "含有不属于 UTF-8 的字节（可能是 GBK）；请另存为 UTF-8。"));
        }
    }
}
