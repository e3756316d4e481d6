using System.Buffers;
using System.Globalization;
using System.Text;

namespace NeuronDemo.Data;

/// <summary>What a cell of a CSV file holds: nothing, a number or a text.</summary>
internal static class CellContent
{
    private static readonly byte[][] MissingWords = [.. new[] { "NA", "N/A", "NaN", "null", "?" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>A cell's bytes without its quotes and the blanks around them.</summary>
    /// <param name="cell">The cell. If it has quotes, they are closed.</param>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> cell)
    {
        if (cell is [(byte)'"', .. var quoted, (byte)'"'])
        {
            cell = quoted.Contains((byte)'"') ? WithSingleQuotes(quoted) : quoted;
        }

        return Trim(cell);
    }

    /// <summary>Whether it stands for a value that nobody knows.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> content)
    {
        if (content.Length > 4)
        {
            return false;
        }

        bool isMissing = content.IsEmpty;
        foreach (byte[] word in MissingWords)
        {
            isMissing |= Ascii.EqualsIgnoreCase(content, word);
        }

        return isMissing;
    }

    /// <summary>Reads a finite number: with a decimal point whatever the culture, perhaps with an exponent.</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> content, out double number) =>
        double.TryParse(content, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out number) && double.IsFinite(number);

    /// <summary>It as text in one line.</summary>
    public static string Text(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(content).ReplaceLineEndings(" ");

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        while (Rune.DecodeFromUtf8(cell, out Rune first, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
        {
            cell = cell[length..];
        }

        while (Rune.DecodeLastFromUtf8(cell, out Rune last, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
        {
            cell = cell[..^length];
        }

        return cell;
    }

    private static byte[] WithSingleQuotes(ReadOnlySpan<byte> quoted)
    {
        List<byte> single = new(quoted.Length);
        for (int i = 0; i < quoted.Length; i++)
        {
            single.Add(quoted[i]);
            i += quoted[i] == '"' ? 1 : 0;
        }

        return [.. single];
    }
}
