using NeuronDemo.Text;

namespace NeuronDemo.Figures;

/// <summary>A name that the data brought, as a picture has room for it.</summary>
internal static class ShortName
{
    private const int LeastOfColumn = 3;

    /// <summary>The beginning of a name; of one like species=setosa rather the class, which its column has several of.</summary>
    /// <param name="name">The name.</param>
    /// <param name="width">How many Latin letters have room; a Chinese one is as wide as two.</param>
    public static string Of(string name, int width)
    {
        name = Excerpt.Of(name, name.Length);
        int column = name.IndexOf('=', StringComparison.Ordinal);
        string rest = column > 0 ? name[column..] : "";
        return rest.Length == 0 || TextTable.WidthOf(name) <= width
            ? Beginning(name, width)
            : Beginning(Beginning(name[..column], Math.Max(LeastOfColumn, width - TextTable.WidthOf(rest))) + rest, width);
    }

    private static string Beginning(string text, int width)
    {
        int letters = text.Length;
        while (letters > 0 && (TextTable.WidthOf(text[..letters]) + (letters < text.Length ? 1 : 0) > width || char.IsHighSurrogate(text[letters - 1])))
        {
            letters--;
        }

        return letters < text.Length ? text[..letters].TrimEnd() + "…" : text;
    }
}
