using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Figures;

/// <summary>
/// The font that every figure is drawn with. It comes with the program: the machine may have no font at all, and a
/// figure looks the same on every machine.
/// </summary>
internal sealed class FigureFont : IFontResolver
{
    /// <summary>The family's name, also in SVG files.</summary>
    public const string Name = "DejaVu Sans";

    private static readonly byte[] File = Read();

    private static readonly SKTypeface Typeface = SKTypeface.FromData(SKData.CreateCopy(File));

    static FigureFont()
    {
        Fonts.FontResolvers.Insert(0, new FigureFont());
        Fonts.Default = Name;
    }

    /// <summary>The font as CSS, for pictures that keep their text as text.</summary>
    public static string FontFace =>
        $"@font-face{{font-family:\"{Name}\";src:url(data:font/ttf;base64,{Convert.ToBase64String(File)})}}";

    /// <summary>Makes a plot whose texts are set in the font.</summary>
    public static Plot NewPlot()
    {
        Plot plot = new();
        plot.Axes.Title.Label.Bold = false;
        return plot;
    }

    /// <summary>Whether the font has every letter of a text.</summary>
    public static bool CanWrite(string text) => Typeface.ContainsGlyphs(text);

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Typeface : null;

    private static byte[] Read()
    {
        using Stream resource = typeof(FigureFont).Assembly.GetManifestResourceStream("DejaVuSans-subset.ttf")!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
