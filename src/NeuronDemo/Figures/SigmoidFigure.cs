using NeuronDemo.Messages;
using NeuronDemo.Network;
using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// The sigmoid S(x) over a range, with what there is to see: it stays between 0 and 1, S(0) = 1/2, and it is nearly flat
/// outside -5..5. On request its derivative S'(x) = S(x)(1 - S(x)), with the peak of 1/4.
/// </summary>
internal static class SigmoidFigure
{
    private const double FlatFrom = 5;
    private const int MostTicks = 12;

    // No picture is wide enough to show more.
    private const int MostPointsDrawn = 20_000;

    /// <summary>Draws the figure.</summary>
    /// <param name="from">Where x starts.</param>
    /// <param name="step">The distance between points, greater than 0.</param>
    /// <param name="points">How many points, at least 2.</param>
    /// <param name="derivative">Whether to draw S' too.</param>
    /// <param name="language">The language of its words.</param>
    public static Plot Draw(double from, double step, int points, bool derivative, Language language = Language.English)
    {
        Plot plot = FigureFont.NewPlot();
        double to = from + (points - 1) * step;
        plot.Axes.SetLimits(from, to, -0.08, 1.08);
        plot.XLabel("x");
        plot.YLabel(derivative ? "S(x), S′(x)" : "S(x)");
        plot.Axes.Bottom.TickGenerator = FigureTicks.Across(from, to, MostTicks);
        plot.Axes.Left.MinimumSize = 70;
        plot.Axes.Left.SetTicks([0, 0.25, 0.5, 0.75, 1], ["0", "1/4", "1/2", "3/4", "1"]);
        plot.Title("S(x) = 1 / (1 + e⁻ˣ)");

        Shade(plot, from, Math.Min(to, -FlatFrom), language.Say("nearly 0", "接近 0"));
        Shade(plot, Math.Max(from, FlatFrom), to, language.Say("nearly 1", "接近 1"));
        foreach (double bound in (ReadOnlySpan<double>)[0, 1])
        {
            plot.Add.HorizontalLine(bound, 1, FigurePalette.Rule);
        }

        // Before the curves: after a line with a pattern, a marker in an SVG makes Skia complain on standard error.
        if (from <= 0 && to >= 0)
        {
            Point(plot, 0.5, FigurePalette.Blue, "S(0) = 1/2", Alignment.UpperLeft);
            if (derivative)
            {
                Point(plot, 0.25, FigurePalette.Vermilion, "S′(0) = 1/4", Alignment.LowerLeft);
            }
        }

        int every = 1 + points / MostPointsDrawn;
        double[] x = [.. Enumerable.Range(0, points).Where(i => i % every == 0 || i == points - 1).Select(i => from + i * step)];
        double[] outputs = [.. x.Select(NeuralNetwork.Sigmoid)];
        ScottPlot.Plottables.Scatter curve = Curve(plot, x, outputs, FigurePalette.Blue);
        if (derivative)
        {
            curve.LegendText = "S(x)";
            ScottPlot.Plottables.Scatter slope = Curve(plot, x, [.. outputs.Select(NeuralNetwork.SigmoidDerivative)], FigurePalette.Vermilion);
            slope.LinePattern = FigurePalette.Pattern(1);
            slope.LegendText = "S′(x) = S(x)(1 − S(x))";
            plot.ShowPlainLegend();
        }

        return plot;
    }

    private static ScottPlot.Plottables.Scatter Curve(Plot plot, double[] x, double[] y, Color color)
    {
        ScottPlot.Plottables.Scatter curve = plot.Add.ScatterLine(x, y, color);
        curve.LineWidth = 3;
        return curve;
    }

    private static void Shade(Plot plot, double left, double right, string text)
    {
        if (left >= right)
        {
            return;
        }

        plot.Add.HorizontalSpan(left, right, FigurePalette.Shade).LineWidth = 0;
        ScottPlot.Plottables.Text label = plot.Add.Text(text, (left + right) / 2, 0.5);
        label.LabelAlignment = Alignment.MiddleCenter;
        label.LabelFontColor = FigurePalette.Ink;
        label.LabelFontSize = 13;
    }

    // The curves rise to the right of a label below its point, and fall to the right of one above it: neither is crossed.
    private static void Point(Plot plot, double y, Color color, string text, Alignment alignment)
    {
        plot.Add.Marker(0, y, MarkerShape.FilledCircle, 10, color);
        ScottPlot.Plottables.Text label = plot.Add.Text(text, 0, y);
        label.LabelAlignment = alignment;
        label.OffsetX = 14;
        label.OffsetY = alignment == Alignment.UpperLeft ? 5 : 0;
        label.LabelFontColor = color;
        label.LabelFontSize = 15;
    }
}
