using System.Globalization;

namespace NeuronDemo.Data;

/// <summary>A number in a cell: with a decimal point whatever the culture, perhaps an exponent, perhaps blanks around.</summary>
internal static class CsvNumber
{
    private const int LongestWithComma = 100;

    /// <summary>Reads a number, which may also be NaN or infinite.</summary>
    public static bool TryParse(ReadOnlySpan<char> cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out number);

    /// <summary>Whether a cell would be a number if its comma were a point.</summary>
    public static bool HasDecimalComma(ReadOnlySpan<char> cell)
    {
        if (cell.Length > LongestWithComma || cell.Count(',') != 1)
        {
            return false;
        }

        Span<char> point = stackalloc char[cell.Length];
        cell.Replace(point, ',', '.');
        return TryParse(point, out _);
    }
}
