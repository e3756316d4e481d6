using System.Text;

namespace NeuronDemo.Text;

/// <summary>Text out of a file as a message shows it: in one line, and not too long.</summary>
internal static class Excerpt
{
    private const int MostShown = 40;

    public static string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        StringBuilder line = new();
        foreach (char c in text[..Math.Min(text.Length, MostShown)])
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.Append(text.Length > MostShown ? "..." : "").ToString();
    }
}
