using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Figures;

/// <summary>
/// The fonts that figures are drawn with. Those for the program's own words come with it: the machine may have no font at
/// all, and a figure looks the same on every machine.
/// </summary>
internal static class FigureFont
{
    // The second has the Chinese characters of the figures among the letters and symbols of the first.
    private static readonly EmbeddedFont[] Own =
        [new("DejaVu Sans", "DejaVuSans-subset.ttf"), new("NeuronDemo Sans SC", "NotoSansSC-subset.ttf")];

    // Chinese characters reach so much higher than letters, in parts of the font's size: at the top of a picture or panel they would be cut off.
    private const float HigherReach = 0.15f;

    private static readonly MachineFonts Machine = new();

    static FigureFont()
    {
        Fonts.FontResolvers.InsertRange(0, [.. Own, Machine]);
        Fonts.Default = Own[0].Name;
    }

    /// <summary>Makes a plot whose texts are set in the font.</summary>
    public static Plot NewPlot()
    {
        Plot plot = new();
        plot.Axes.Title.Label.Bold = false;
        return plot;
    }

    /// <summary>Whether there is a font with every letter of a text: one of the program's own or of the machine's.</summary>
    public static bool CanWrite(string text) => NameFor(text) is not null;

    /// <summary>Gives each text of a plot that has more than Latin letters a font that can write it.</summary>
    public static void SetFonts(this Plot plot)
    {
        // Items of lines are made anew each time they are asked for; these ones keep their fonts.
        plot.Legend.ManualItems = [.. plot.Legend.GetItems()];
        plot.Legend.DisplayPlottableLegendItems = false;
        IEnumerable<LabelStyle> labels =
        [
            plot.Axes.Title.Label,
            .. plot.Axes.GetAxes().Select(axis => axis.Label),
            .. plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelStyle),
            .. plot.Legend.ManualItems.Select(item => item.LabelStyle),
        ];
        foreach (LabelStyle label in labels)
        {
            if (NameFor(label.Text) is string name && name != label.FontName)
            {
                // Fonts leave more or less room below their letters; down is to the right where the text is turned.
                float lower = (BelowLetters(name) - BelowLetters(label.FontName)) * label.FontSize;
                label.OffsetX += label.Rotation == 0 ? 0 : lower;
                label.OffsetY += label.Rotation == 0 ? lower + HigherReach * label.FontSize : 0;
                label.FontName = name;
            }
        }
    }

    /// <summary>The program's own fonts that an SVG file names, as CSS.</summary>
    public static string FontFacesIn(string svg) =>
        string.Concat(Own.Where(font => svg.Contains(font.Name, StringComparison.Ordinal)).Select(font => font.FontFace));

    // Scripts that run to the left or whose letters change with their neighbours, Hebrew to Sinhala: drawn letter by letter they would be misspelt.
    private static bool TakesShaping(string text) => text.Any(letter => letter is >= '\u0590' and <= '\u0DFF' or >= '\uFB1D' and <= '\uFEFC');

    private static float BelowLetters(string name)
    {
        using SKFont font = new(Fonts.GetTypeface(name, bold: false, italic: false), size: 1);
        return font.Metrics.Bottom - font.Metrics.Descent;
    }

    private static string? NameFor(string text)
    {
        string letters = text.Replace("\n", "", StringComparison.Ordinal);
        return Own.FirstOrDefault(font => font.CanWrite(letters))?.Name ?? (TakesShaping(letters) ? null : Machine.NameFor(letters));
    }
}
