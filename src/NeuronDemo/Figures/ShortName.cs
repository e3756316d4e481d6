using NeuronDemo.Text;

namespace NeuronDemo.Figures;

/// <summary>A name that the data brought, as a picture has room for it.</summary>
internal static class ShortName
{
    private const int LeastOfColumn = 3;

    // Cutting so few letters of a column would save less than it takes away.
    private const int HardlyWider = 2;

    /// <summary>
    /// Names that stand together: those whose beginnings are the same lose their middle instead. Of names like species=setosa
    /// the class stays, which its column has several of, and the column is the same in all of them.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="width">How many Latin letters have room for each; a Chinese one is as wide as two.</param>
    public static string[] Of(IReadOnlyList<string> names, int width)
    {
        (string Column, string Class)[] parts = [.. names.Select(Parts)];
        ILookup<string, int> classes = parts.ToLookup(part => part.Column, part => TextTable.WidthOf(part.Class));
        string[] cut =
        [
            .. parts.Select(part => part.Class.Length == 0
                ? Beginning(part.Column, width)
                : Cut(part.Column, part.Class, classes[part.Column].Max(), width)),
        ];
        HashSet<string> same = [.. cut.CountBy(name => name).Where(name => name.Value > 1).Select(name => name.Key)];
        return [.. parts.Zip(cut, (part, text) => same.Contains(text) && text != part.Column + part.Class ? Ends(part.Column + part.Class, width) : text)];
    }

    /// <summary>A name that stands alone.</summary>
    /// <param name="name">The name.</param>
    /// <param name="width">How many Latin letters have room; a Chinese one is as wide as two.</param>
    public static string Of(string name, int width) => Of([name], width)[0];

    private static (string Column, string Class) Parts(string name)
    {
        name = Excerpt.Of(name, name.Length);
        int column = name.IndexOf('=', StringComparison.Ordinal);
        return column > 0 ? (name[..column], name[column..]) : (name, "");
    }

    private static string Cut(string column, string itsClass, int widestClass, int width) =>
        TextTable.WidthOf(column) + widestClass <= width + HardlyWider
            ? column + itsClass
            : Beginning(Beginning(column, Math.Max(LeastOfColumn, width - widestClass)) + itsClass, width);

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
