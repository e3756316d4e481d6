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

    public static Color Contour { get; } = Color.FromHex("#4A6785");

    public static Color Shade { get; } = Color.FromHex("#EFEFEF");

    /// <summary>The colour of a weight, by its sign.</summary>
    public static Color OfWeight(double weight) => weight < 0 ? Vermilion : Blue;

    /// <summary>The colour of the k-th of several lines, from 0; after seven they begin again.</summary>
    public static Color Line(int k) => Lines[k % Lines.Length];

    /// <summary>The pattern of the k-th of several lines, from 0, which tells them apart in grey print.</summary>
    public static LinePattern Pattern(int k) => Patterns[k % Patterns.Length];

    private static readonly LinePattern[] Patterns =
    [
        LinePattern.Solid, new([9, 3], 0, "Dashes"), new([2, 2], 0, "Dots"), new([9, 3, 2, 3], 0, "DashDot"), new([5, 5], 0, "Gaps"),
    ];

    private static readonly Color[] Lines =
    [
        Blue, Vermilion, Color.FromHex("#009E73"), Color.FromHex("#AA4499"), Color.FromHex("#8A6D00"), Color.FromHex("#3A9BD9"), Ink,
    ];
}
