using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>What a diagram is drawn of: circles, arrows and texts.</summary>
internal static class DiagramDrawing
{
    // Letters without descenders look centered so much below the middle of the line, in parts of the font's size.
    private const float BelowMiddle = 0.1f;

    /// <summary>Adds an arrow to the right. Its beginning lies below the circle that it comes from.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it points to.</param>
    /// <param name="y">How high it stands.</param>
    /// <param name="shorter">How many pixels before that it ends.</param>
    public static void AddFlow(this Plot plot, double from, double to, double y, float shorter)
    {
        ScottPlot.Plottables.Arrow arrow = plot.Add.Arrow(from, y, to, y);
        arrow.ArrowFillColor = FigurePalette.Ink;
        arrow.ArrowLineWidth = 0;
        arrow.ArrowWidth = 1.5f;
        arrow.ArrowheadWidth = 10;
        arrow.ArrowheadLength = 11;
        arrow.ArrowheadAxisLength = 10;
        arrow.ArrowOffset = shorter;
    }

    /// <summary>Writes behind the tip of an arrow, so many pixels from it.</summary>
    public static void WriteBehind(this Plot plot, string text, double x, double y, float size, float distance = 6)
    {
        ScottPlot.Plottables.Text label = plot.Write(text, x, y, size);
        label.LabelAlignment = Alignment.MiddleLeft;
        label.OffsetX = distance;
    }

    /// <summary>Writes to the left of a circle, so many pixels from its middle.</summary>
    public static void WriteBefore(this Plot plot, string text, double x, double y, float distance)
    {
        ScottPlot.Plottables.Text label = plot.Write(text, x, y, 13);
        label.LabelAlignment = Alignment.MiddleRight;
        label.OffsetX = -distance;
    }

    /// <summary>Adds a circle that is size pixels wide, with a text that fits in.</summary>
    public static void AddCircle(this Plot plot, double x, double y, float size, string text, Color fill)
    {
        ScottPlot.Plottables.Marker circle = plot.Add.Marker(x, y, MarkerShape.FilledCircle, size, fill);
        circle.MarkerStyle.OutlineColor = FigurePalette.Ink;
        circle.MarkerStyle.OutlineWidth = 1.5f;
        plot.Write(text, x, y, Math.Min(18, size * Math.Min(0.36f, 1.6f / text.Length)));
    }

    /// <summary>Writes a text around a place.</summary>
    public static ScottPlot.Plottables.Text Write(this Plot plot, string text, double x, double y, float size)
    {
        ScottPlot.Plottables.Text label = plot.Add.Text(text, x, y);
        label.LabelAlignment = Alignment.MiddleCenter;
        label.LabelFontSize = size;
        label.LabelFontColor = FigurePalette.Ink;
        label.OffsetY = BelowMiddle * size;
        return label;
    }
}
