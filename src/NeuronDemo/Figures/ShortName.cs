using NeuronDemo.Text;

namespace NeuronDemo.Figures;

/// <summary>A name that the data brought, as a picture has room for it.</summary>
internal static class ShortName
{
    private const int LeastOfColumn = 3;

    /// <summary>Names that stand together: those whose beginnings are the same lose their middle instead.</summary>
    /// <param name="names">The names.</param>
    /// <param name="width">How many Latin letters have room for each; a Chinese one is as wide as two.</param>
    public static string[] Of(IReadOnlyList<string> names, int width)
    {
        string[] cut = [.. names.Select(name => Of(name, width))];
        HashSet<string> same = [.. cut.CountBy(name => name).Where(name => name.Value > 1).Select(name => name.Key)];
        return [.. names.Zip(cut, (name, text) => same.Contains(text) && text != name ? Ends(name, width) : text)];
    }

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

    private static string Ends(string name, int width)
    {
        int end = name.Length;
        while (end > 0 && TextTable.WidthOf(name[(end - 1)..]) <= width / 2)
        {
            end--;
        }

        return Beginning(name, width - width / 2) + name[end..];
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
