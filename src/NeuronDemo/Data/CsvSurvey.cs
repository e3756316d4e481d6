using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>
/// A first look at a CSV file, as fast as its bytes come: reads the header, finds where rows begin and counts them, so
/// that memory is taken once and for no more than is needed, and refuses what is not text.
/// </summary>
internal sealed class CsvSurvey
{
    // Far more than a table of the most columns needs, and little enough to hold while its end is looked for.
    private const int MostRowBytes = 1 << 20;

    // Enough that a piece outweighs what starting on it costs, and little enough to share evenly.
    private const int PieceBytes = 1 << 18;

    private readonly CsvSource _source;
    private readonly List<CsvPiece> _pieces = [];

    // The first of some rows on lines that follow one another, and its line.
    private readonly List<(int Row, long Line)> _jumps = [];
    private CsvPiece _piece;
    private byte _separator;
    private long _offset;
    private long _line = 1;
    private long _rows;

    private CsvSurvey(CsvSource source) => _source = source;

    /// <summary>What the first row tells.</summary>
    public CsvHead Head { get; private set; } = new(default, 0, null);

    /// <summary>The rows, cut into pieces.</summary>
    public IReadOnlyList<CsvPiece> Pieces => _pieces;

    /// <summary>How many rows, without the header.</summary>
    public int RowCount => (int)_rows;

    /// <summary>The line on which a row begins.</summary>
    public long LineOf(int row)
    {
        int jump = _jumps.BinarySearch((row, long.MaxValue));
        return LineOf(_jumps[~jump - 1], row);
    }

    /// <summary>Reads a file to its end.</summary>
    /// <exception cref="UnusableInputException">The file is not text, has no rows, or one that can't be read.</exception>
    public static CsvSurvey Of(CsvSource source, CancellationToken cancellationToken)
    {
        CsvSurvey survey = new(source);
        survey.ReadRows(isHeadEnough: false, cancellationToken);
        if (survey._rows == 0)
        {
            throw new UnusableInputException(survey.Head.Names is null
                ? new($"'{source.Name}' is empty.", $"“{source.Name}”是空的。")
                : new($"'{source.Name}' has a header line and no rows.", $"“{source.Name}”只有标题行，没有数据行。"));
        }

        return survey;
    }

    /// <summary>Reads no more of a file than it takes to know its first row.</summary>
    /// <exception cref="UnusableInputException">The file does not begin like a table.</exception>
    public static CsvHead HeadOf(CsvSource source, CancellationToken cancellationToken)
    {
        CsvSurvey survey = new(source);
        survey.ReadRows(isHeadEnough: true, cancellationToken);
        return survey.Head;
    }

    private static long LineOf((int Row, long Line) jump, int row) => jump.Line + (row - jump.Row);

    private void ReadRows(bool isHeadEnough, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MostRowBytes];
        int held = 0;
        bool isEnd = false;
        while (!isEnd && !(isHeadEnough && Head.ColumnCount > 0))
        {
            while (held < buffer.Length && !isEnd)
            {
                int read = _source.Read(buffer.AsMemory(held), _offset + held, cancellationToken);
                held += read;
                isEnd = read == 0;
            }

            ReadOnlySpan<byte> text = buffer.AsSpan(0, held);
            if (_offset == 0)
            {
                FileKind.RequireCsv(_source.Name, text);
                text = text[(text.StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0)..];
                _offset = held - text.Length;
            }

            ReadOnlySpan<byte> rest = AddRows(text, isEnd);
            if (rest.Length == buffer.Length)
            {
                throw CsvProblem.At(_source.Name, _line, new(
                    $"the line is longer than {MostRowBytes} bytes.", $"该行超过 {MostRowBytes} 字节。"));
            }

            rest.CopyTo(buffer);
            held = rest.Length;
        }

        ClosePiece();
    }

    // Adds whole rows and gives back what is left.
    private ReadOnlySpan<byte> AddRows(ReadOnlySpan<byte> text, bool isEnd)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOfAny((byte)'\n', (byte)'"');
            bool isQuoted = end >= 0 && text[end] == '"';
            int length = isQuoted ? QuotedRow(text, isEnd) : end + 1;
            if (length == 0)
            {
                if (!isEnd)
                {
                    break;
                }

                length = text.Length;
            }

            AddRow(text[..length], isQuoted);
            text = text[length..];
        }

        return text;
    }

    // How long a row with quotes is; 0 if its end is not there yet.
    private int QuotedRow(ReadOnlySpan<byte> text, bool isEnd)
    {
        _separator = _separator == 0 ? CsvHead.SeparatorOf(text) : _separator;
        CsvCells cells = new(text, _separator, _line);
        for (int column = 0; ; column++)
        {
            long line = cells.Line;
            cells.Read();
            bool isCut = !isEnd && cells.Rest.IsEmpty && (cells.HasWrongQuotes || text[^1] != '\n');
            if (cells.HasWrongQuotes && (!isCut || text.Length == MostRowBytes))
            {
                throw CsvProblem.At(_source.Name, line, column, CsvProblem.WrongQuotes);
            }

            if (isCut)
            {
                return 0;
            }

            if (cells.EndsRow)
            {
                return text.Length - cells.Rest.Length;
            }
        }
    }

    private void AddRow(ReadOnlySpan<byte> row, bool isQuoted)
    {
        FileKind.RequireText(_source.Name, _line, row);
        if (new CsvCells(row, _separator, _line).SkipBlankLine())
        {
            Pass(row.Length, lines: 1, rows: 0);
            return;
        }

        int lines = isQuoted ? Math.Max(1, row.Count((byte)'\n')) : 1;
        if (Head.ColumnCount == 0)
        {
            _separator = _separator == 0 ? CsvHead.SeparatorOf(row) : _separator;
            Head = CsvHead.Of(_source.Name, _line, row, _separator);
            if (Head.Names is not null)
            {
                Pass(row.Length, lines, rows: 0);
                return;
            }
        }

        if (_rows == 0 && Head.ColumnCount == 1)
        {
            CsvHead.RequireSeparators(_source.Name, _line, row);
        }

        if (_piece.Rows == 0)
        {
            _piece = new(_offset, 0, _line, RowCount, 0);
        }

        if (_jumps.Count == 0 || LineOf(_jumps[^1], RowCount) != _line)
        {
            _jumps.Add((RowCount, _line));
        }

        Pass(row.Length, lines, rows: 1);
    }

    private void Pass(int bytes, int lines, int rows)
    {
        _offset += bytes;
        _line += lines;
        _rows += rows;
        if (rows > 0 || _piece.Rows > 0)
        {
            _piece = _piece with { Length = _piece.Length + bytes, Rows = _piece.Rows + rows };
        }

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
            _piece = default;
        }

        if (_rows > Array.MaxLength - PieceBytes)
        {
            throw new UnusableInputException(new(
                $"'{_source.Name}' has more than {Array.MaxLength - PieceBytes} rows.", $"“{_source.Name}”超过 {Array.MaxLength - PieceBytes} 行。"));
        }
    }
}
