using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Figures;

/// <summary>A font that comes with the program.</summary>
/// <param name="name">The family's name, also in SVG files.</param>
/// <param name="file">The resource that holds it.</param>
internal sealed class EmbeddedFont(string name, string file) : IFontResolver
{
    private readonly Lazy<SKTypeface> _typeface = new(() => SKTypeface.FromData(SKData.CreateCopy(Read(file))));

    /// <summary>The family's name.</summary>
    public string Name => name;

    /// <summary>The font as CSS, for pictures that keep their text as text.</summary>
    public string FontFace => $"@font-face{{font-family:\"{Name}\";src:url(data:font/ttf;base64,{Convert.ToBase64String(Read(file))})}}";

    /// <summary>Whether it has every letter of a text.</summary>
    public bool CanWrite(string text) => _typeface.Value.ContainsGlyphs(text);

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? _typeface.Value : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? _typeface.Value : null;

    private static byte[] Read(string file)
    {
        using Stream resource = typeof(EmbeddedFont).Assembly.GetManifestResourceStream(file)!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
