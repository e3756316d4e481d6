using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// Colours that differ for colour-blind readers and in grey print: from the palette of Okabe and Ito (2008).
/// </summary>
internal static class FigurePalette
{
    public static Color Blue { get; } = Color.FromHex("#0072B2");

    public static Color Vermilion { get; } = Color.FromHex("#D55E00");

    public static Color Ink { get; } = Color.FromHex("#222222");

    public static Color Rule { get; } = Color.FromHex("#8A8A8A");

    public static Color Shade { get; } = Color.FromHex("#EFEFEF");
}
