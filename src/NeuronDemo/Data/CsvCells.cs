using System.Globalization;
using csFastFloat;

namespace NeuronDemo.Data;

/// <summary>Walks through CSV text cell by cell. It neither copies nor allocates.</summary>
/// <param name="text">The text, from the beginning of a line.</param>
/// <param name="separator">What stands between cells.</param>
/// <param name="line">The number of the first line.</param>
internal ref struct CsvCells(ReadOnlySpan<byte> text, byte separator, long line)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly byte _separator = separator;

    /// <summary>What has not been read yet.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    /// <summary>The line on which the next cell begins.</summary>
    public long Line { get; private set; } = line;

    /// <summary>Whether the cell that was read last ended its row.</summary>
    public bool EndsRow { get; private set; }

    /// <summary>Whether the cell that was read last has a quote that is not closed, or not at its end.</summary>
    public bool HasWrongQuotes { get; private set; }

    /// <summary>Passes a line that has nothing but spaces.</summary>
    /// <returns>Whether there was one.</returns>
    public bool SkipBlankLine()
    {
        if (Rest[0] > ' ')
        {
            return false;
        }

        int end = Rest.IndexOfAnyExcept((byte)' ');
        if (end >= 0 && Rest[end] == '\r')
        {
            end++;
        }

        if (end < 0 || end == Rest.Length)
        {
            Rest = [];
            return true;
        }

        if (Rest[end] != '\n')
        {
            return false;
        }

        Rest = Rest[(end + 1)..];
        Line++;
        return true;
    }

    /// <summary>Reads a cell that is a finite number and nothing else, as most are; passes no other.</summary>
    public bool TryReadNumber(out double number)
    {
        int length = DecimalNumber.Parse(Rest, out number);
        if (length == 0)
        {
            // The parser would also pass blanks, among them tabs and line ends.
            if (Rest is not [> (byte)' ', ..]
                || !FastDoubleParser.TryParseDouble(Rest, out length, out number, Plain)
                || !double.IsFinite(number))
            {
                return false;
            }
        }

        if ((uint)(length - 1) >= (uint)(Rest.Length - 1))
        {
            return false;
        }

        byte end = Rest[length];
        if (end == _separator)
        {
            EndsRow = false;
        }
        else
        {
            if (end == '\r' && length + 1 < Rest.Length)
            {
                end = Rest[++length];
            }

            if (end != '\n')
            {
                return false;
            }

            EndsRow = true;
            Line++;
        }

        Rest = Rest[(length + 1)..];
        return true;
    }

    /// <summary>Reads a cell, whatever it is.</summary>
    /// <returns>Its bytes, with its quotes.</returns>
    public ReadOnlySpan<byte> Read()
    {
        bool isClosed = TryPassQuotes(out int quoted);
        int end = Rest[quoted..].IndexOfAny(_separator, (byte)'\n');
        int length = end < 0 ? Rest.Length : quoted + end;
        EndsRow = end < 0 || Rest[length] == '\n';
        ReadOnlySpan<byte> cell = Rest[..length];
        if (EndsRow && length > quoted && cell[^1] == '\r')
        {
            cell = cell[..^1];
        }

        HasWrongQuotes = !isClosed || (quoted > 0 && quoted < cell.Length);
        Line += cell[..quoted].Count((byte)'\n') + (length < Rest.Length && EndsRow ? 1 : 0);
        Rest = length < Rest.Length ? Rest[(length + 1)..] : [];
        return cell;
    }

    // A quote within quotes is doubled.
    private readonly bool TryPassQuotes(out int length)
    {
        length = 0;
        if (Rest is not [(byte)'"', ..])
        {
            return true;
        }

        do
        {
            int quote = Rest[(length + 1)..].IndexOf((byte)'"');
            if (quote < 0)
            {
                length = Rest.Length;
                return false;
            }

            length += quote + 2;
        }
        while (length < Rest.Length && Rest[length] == '"');
        return true;
    }
}
