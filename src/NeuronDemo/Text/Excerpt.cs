using System.Globalization;
using System.Text;

namespace NeuronDemo.Text;

/// <summary>Foreign text as a message shows it.</summary>
internal static class Excerpt
{
    /// <summary>How much is shown of what is to be copied.</summary>
    public const int MostCopied = 200;

    private const int MostShown = 40;

    /// <summary>Text out of a file: in one line, and not too long.</summary>
    public static string Of(ReadOnlySpan<char> text, int most = MostShown)
    {
        text = text.Trim();
        StringBuilder line = new();
        foreach (char c in text[..Math.Min(text.Length, most)])
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.Append(text.Length > most ? "..." : "").ToString();
    }

    /// <summary>A name, with all that would move the cursor or turn the direction of writing as an escape sequence.</summary>
    public static string Name(string name) =>
        name.Any(IsUnseen) ? string.Concat(name.Select(c => IsUnseen(c) ? Escaped(c) : c.ToString())) : name;

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escaped(char c) => c switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        <= '\xFF' => $@"\x{(int)c:X2}",
        _ => $@"\u{(int)c:X4}",
    };
}
