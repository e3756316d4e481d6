using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>The legend below a figure, where it covers nothing.</summary>
internal static class FigureLegend
{
    /// <summary>Shows what the plot's lines and its legend's own items stand for.</summary>
    public static void ShowPlainLegend(this Plot plot)
    {
        plot.ShowLegend(Edge.Bottom).Padding = new PixelPadding(4, 4);
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontSize = 13;
    }

    /// <summary>An item for a line that is no plottable of its own.</summary>
    public static LegendItem Line(string text, Color color, LinePattern pattern) =>
        new() { LabelText = text, LineColor = color, LineWidth = 3, LinePattern = pattern };
}
