using System.Buffers;
using System.Globalization;

namespace NeuronDemo.Data;

/// <summary>Guesses which number was meant where something else was written: 1200 by <c>$1,200</c>, 5 by <c>5%</c>.</summary>
internal static class NumberGuess
{
    private const int LongestCell = 100;
    private const int FromFullWidth = '!' - '！';
    private static readonly SearchValues<char> Marks = SearchValues.Create(",.'’_ \u00A0\u202F");

    /// <summary>A number as it has to be written.</summary>
    /// <returns>The number, or null if the cell is no number in any notation that is known here.</returns>
    public static string? Of(string cell)
    {
        if (cell.Length > LongestCell || !cell.Any(char.IsDigit))
        {
            return null;
        }

        string text = string.Concat(cell.Select(Narrow)).Trim().TrimEnd('%', '‰');
        string bare = string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.CurrencySymbol)).Trim();
        return Array.Find([bare, WithoutThousands(bare), WithPoint(bare), WithoutLetters(bare)], IsNumber);
    }

    /// <summary>Whether a cell would be a number if its comma were a point.</summary>
    public static bool HasDecimalComma(string cell) => cell.Length <= LongestCell && WithPoint(cell) != cell && IsNumber(WithPoint(cell));

    /// <summary>Whether a cell's decimal comma may as well stand between thousands and hundreds.</summary>
    public static bool HasThousands(string cell) => WithoutThousands(cell.Trim()) != cell.Trim();

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out double number) && double.IsFinite(number);

    private static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c + FromFullWidth),
        '−' => '-',
        _ => c,
    };

    public static string WithPoint(string text) => text.AsSpan().Count(',') == 1 ? text.Replace(',', '.') : text;

    private static string WithoutThousands(string text)
    {
        int mark = text.AsSpan().IndexOfAny(Marks);
        int point = text.AsSpan().LastIndexOfAny(",.");
        if (mark < 0)
        {
            return text;
        }

        string whole = point >= 0 && text[point] != text[mark] ? text[..point] : text;
        string[] groups = whole.TrimStart('+', '-').Split(text[mark]);
        return groups.Skip(1).All(group => group.Length == 3) && groups[0].Length is 1 or 2 or 3 && groups.All(group => group.All(char.IsAsciiDigit))
            ? string.Concat(whole.Split(text[mark])) + text[whole.Length..].Replace(',', '.')
            : text;
    }

    // Letters that look like digits, within digits.
    private static string WithoutLetters(string text) => text is [>= '0' and <= '9', .., >= '0' and <= '9']
        ? text.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1')
        : text;
}
