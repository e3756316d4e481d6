using System.Collections.Concurrent;
using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Figures;

/// <summary>The fonts of the machine, for names in scripts that no font of the program has.</summary>
internal sealed class MachineFonts : IFontResolver
{
    // Han characters look different in Chinese and in Japanese.
    private static readonly string[] Languages = ["zh-Hans"];

    private readonly ConcurrentDictionary<string, SKTypeface> _found = [];
    private readonly ConcurrentDictionary<string, string?> _names = [];

    /// <summary>The family's name of a font that has every letter of a text; null if the machine has none.</summary>
    public string? NameFor(string text) => _names.GetOrAdd(text, Find);

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        _found.GetValueOrDefault(fontName);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => _found.GetValueOrDefault(fontName);

    private string? Find(string text)
    {
        SKFontManager fonts = SKFontManager.Default;

        // The system knows best; on Linux nobody is asked, and the plain ones and those for Chinese come first.
        IEnumerable<SKTypeface?> candidates = text.EnumerateRunes()
            .Select(letter => fonts.MatchCharacter(null, SKFontStyle.Normal, Languages, letter.Value))
            .Concat(fonts.FontFamilies
                .OrderByDescending(name => name.Contains("Sans", StringComparison.Ordinal))
                .ThenBy(name => name.Contains("Mono", StringComparison.Ordinal))
                .ThenByDescending(name => name.EndsWith(" SC", StringComparison.Ordinal))
                .Select(name => fonts.MatchFamily(name, SKFontStyle.Normal)));
        SKTypeface? font = candidates.FirstOrDefault(candidate => candidate?.ContainsGlyphs(text) == true);
        return font is null ? null : _found.GetOrAdd(font.FamilyName, font).FamilyName;
    }
}
