using System.Runtime.CompilerServices;

namespace NeuronDemo.Data;

/// <summary>Numbers as most files have them: digits, perhaps with a minus and a point, and not too many.</summary>
/// <remarks>
/// Up to 15 digits and powers of ten up to 10^15 are exact as doubles, so that one division rounds once, and to the nearest
/// double: W. D. Clinger, How to read floating point numbers accurately, 1990. All else is left to a parser for all numbers, which
/// takes twice the time.
/// </remarks>
internal static class DecimalNumber
{
    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads the number that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The double nearest to it, if it is such a number.</param>
    /// <returns>How many bytes it takes; 0 if it has more digits, an exponent or another sign, or is no number.</returns>
    public static int Parse(ReadOnlySpan<byte> text, out double number)
    {
        int start = text is [(byte)'-', ..] ? 1 : 0;
        int at = start;
        long digits = 0;
        PassDigits(text, ref at, ref digits);
        int count = at - start, decimals = 0;
        if (at < text.Length && text[at] == '.')
        {
            int point = at++;
            PassDigits(text, ref at, ref digits);
            decimals = at - point - 1;
            count += decimals;
        }

        if (count is 0 || count >= PowersOfTen.Length || (at < text.Length && (text[at] | 0x20) == 'e'))
        {
            number = double.NaN;
            return 0;
        }

        number = digits / PowersOfTen[decimals];
        number = start > 0 ? -number : number;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PassDigits(ReadOnlySpan<byte> text, ref int at, ref long digits)
    {
        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
        {
            digits = digits * 10 + (text[at] - '0');
        }
    }
}
