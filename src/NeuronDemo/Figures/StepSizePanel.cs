using NeuronDemo.Messages;
using ScottPlot;
using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>How long the steps are over the iterations, where that is found on the way, with those that were taken back.</summary>
internal static class StepSizePanel
{
    private const int MostTicks = 4;

    // How high the marks stand, as part of the panel's height.
    private const double MarkHeight = 0.12;

    /// <summary>
    /// Draws it. A mark below the line says that a step was taken back in that iteration; later, where not every iteration
    /// is a sample, that some were since the sample before.
    /// </summary>
    public static void Draw(Plot plot, TrainingTrace trace, Language language)
    {
        (double X, double Y)[] points = TrainingFigure.Logarithmic(trace.Iterations, trace.StepSizes);
        TrainingFigure.LimitToDecades(plot, [.. points.Select(point => point.Y)], MostTicks);
        AxisLimits limits = plot.Axes.GetLimits();
        for (int sample = 1; sample < trace.Iterations.Count; sample++)
        {
            if (trace.StepsTakenBack[sample] > trace.StepsTakenBack[sample - 1])
            {
                double x = TrainingFigure.PositionOf(trace.Iterations[sample]);
                ScottPlot.Plottables.LinePlot mark = plot.Add.Line(x, limits.Bottom, x, limits.Bottom + MarkHeight * limits.VerticalSpan);
                mark.LineColor = FigurePalette.Vermilion;
                mark.LineWidth = 1;
            }
        }

        // The number of steps taken back stands beside their marks, but not between the line and its end's label.
        double end = points[^1].Y;
        double marks = limits.Bottom + MarkHeight * limits.VerticalSpan;
        TrainingFigure.Line(plot, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], FigurePalette.Blue, TrainingFigure.Thick);
        EndLabels.Add(
            plot,
            points[^1].X,
            [
                new(Symbols.Number(trace.StepSizes[^1], 3), FigurePalette.Blue, end),
                new(language.Say(Invariant($"{trace.StepsTakenBack[^1]} taken back"), Invariant($"退回 {trace.StepsTakenBack[^1]} 次")), FigurePalette.Vermilion, end < marks ? marks : limits.Bottom),
            ]);
    }
}
