using NeuronDemo.Messages;
using NeuronDemo.Network;
using ScottPlot;
using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>
/// A training over its iterations: the loss, the weights, and the outputs on their way to the targets, one above the
/// other on a common axis. The axis is logarithmic, since most of the change happens in the first iterations.
/// </summary>
internal static class TrainingFigure
{
    // The part of the width on the right that is left to the labels at the ends of the lines.
    private const double LabelShare = 0.32;

    // By how much the title stands lower than a title does, where four plots leave it little room.
    private const float TitleLower = 6;

    private const int MostIterationTicks = 8;
    private const int MostLossTicks = 6;
    private const int MostWeightTicks = 4;

    internal const float Thick = 2.5f;
    private const float Thin = 1;

    // With so few samples each one is marked.
    private const int FewSamples = 12;

    private static readonly (Message Label, Action<Plot, TrainingTrace, Language> Draw)[] Panels =
        [(new("loss (MSE)", "均方误差"), DrawLoss), (new("weights", "权重"), DrawWeights), (new("outputs", "输出"), DrawOutputs)];

    private static readonly (Message Label, Action<Plot, TrainingTrace, Language> Draw)[] PanelsWithSteps =
        [Panels[0], (new("step size", "步长"), StepSizePanel.Draw), .. Panels[1..]];

    /// <summary>Draws the figure: three plots of one height, and one of the steps where their size is found on the way.</summary>
    public static IReadOnlyList<Plot> Draw(TrainingTrace trace, Language language = Language.English)
    {
        (Message Label, Action<Plot, TrainingTrace, Language> Draw)[] panels =
            trace.Outcome.Lesson.Steps.StepSize is null ? PanelsWithSteps : Panels;
        return
        [
            .. panels.Select((panel, number) =>
            {
                Plot plot = Panel(trace, number, panels.Length, language);
                plot.YLabel(panel.Label.In(language));
                panel.Draw(plot, trace, language);
                return plot;
            }),
        ];
    }

    /// <summary>Where on the axis an iteration stands.</summary>
    public static double PositionOf(int iteration) => Math.Log10(1.0 + iteration);

    private static Plot Panel(TrainingTrace trace, int number, int count, Language language)
    {
        Plot plot = FigureFont.NewPlot();
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;

        // Three plots are equally high; four have no room to spare between them.
        plot.Layout.Fixed(count == Panels.Length
            ? new PixelPadding(left: 80, right: 14, bottom: 8 + 20 * number, top: 48 - 20 * number)
            : new PixelPadding(left: 80, right: 14, bottom: number == count - 1 ? 44 : 8, top: number == 0 ? 36 : 8));
        int last = trace.Iterations[^1];
        double end = PositionOf(Math.Max(last, 1));
        plot.Axes.SetLimitsX(-0.015 * end, end / (1 - LabelShare));
        Tick[] ticks = [Tick.Major(0, "0"), .. FigureTicks.Logarithmic(1, Math.Max(last, 1), MostIterationTicks, iteration => Math.Log10(1 + iteration))];
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(ticks);
        if (number == 0)
        {
            plot.Title(last == 0
                ? language.Say("Before training", "训练前")
                : language.Say($"Training, {Symbols.Iterations(last)}", Invariant($"训练，迭代 {last} 次")));
            plot.Axes.Title.Label.OffsetY = TitleLower;
        }

        if (number < count - 1)
        {
            plot.Axes.Bottom.TickLabelStyle.IsVisible = false;
        }
        else
        {
            plot.XLabel(language.Say("iteration (log scale)", "迭代（对数刻度）"));
        }

        return plot;
    }

    private static void DrawLoss(Plot plot, TrainingTrace trace, Language language)
    {
        (double X, double Y)[] points = Logarithmic(trace.Iterations, trace.Losses);
        (double X, double Y)[] heldOut = Logarithmic(trace.Iterations, trace.HeldOutLosses ?? []);
        LimitToDecades(plot, [.. points.Concat(heldOut).Select(point => point.Y)], MostLossTicks);
        List<EndLabel> labels = [];
        if (points.Length > 0)
        {
            Line(plot, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], FigurePalette.Ink, Thick);
            labels.Add(new(Symbols.Number(trace.Losses[^1], 3), FigurePalette.Ink, points[^1].Y));
        }

        if (heldOut.Length > 0)
        {
            Line(plot, [.. heldOut.Select(point => point.X)], [.. heldOut.Select(point => point.Y)], FigurePalette.Vermilion, Thick, pattern: 1);
            labels.Add(new(language.Say("held out", "留出行"), FigurePalette.Vermilion, heldOut[^1].Y, FigurePalette.Pattern(1)));
        }

        if (trace.Outcome.BestOnHeldOut is { Network: not null } least && least.MeanSquaredError > 0)
        {
            (double x, double y) = (PositionOf(least.Iteration), Math.Log10(least.MeanSquaredError));
            plot.Add.Marker(x, y, MarkerShape.OpenCircle, size: 9, FigurePalette.Vermilion).MarkerLineWidth = 2;
            labels.Add(new(language.Say(Invariant($"least: iteration {least.Iteration}"), Invariant($"最小：迭代 {least.Iteration} 次")), FigurePalette.Vermilion, y));
        }

        if (labels.Count > 0)
        {
            EndLabels.Add(plot, PositionOf(trace.Iterations[^1]), labels);
        }
    }

    private static void DrawWeights(Plot plot, TrainingTrace trace, Language language)
    {
        double low = trace.Weights.Min(weight => weight.Values.Min());
        double high = trace.Weights.Max(weight => weight.Values.Max());
        double margin = Math.Max(high - low, 1e-3) * 0.1;
        plot.Axes.SetLimitsY(low - margin, high + margin);
        plot.Axes.Left.TickGenerator = FigureTicks.Linear(MostWeightTicks);

        double[] x = [.. trace.Iterations.Select(PositionOf)];
        int layers = trace.Weights[^1].Position.Layer + 1;
        bool few = trace.Weights.Count <= EndLabels.Most;
        for (int i = 0; i < trace.Weights.Count; i++)
        {
            (WeightPosition position, IReadOnlyList<double> values) = trace.Weights[i];
            Line(plot, x, [.. values], FigurePalette.Line(few ? i : position.Layer), few ? Thick : Thin, few ? i : position.Layer);
        }

        EndLabel[] labels = few
            ? [.. trace.Weights.Select((weight, i) => new EndLabel($"{Symbols.Weight(weight.Position)} = {Symbols.Number(weight.Values[^1], 4)}", FigurePalette.Line(i), weight.Values[^1], FigurePalette.Pattern(i)))]
            : EndLabels.List(
                plot,
                Share(trace.Weights.Count, trace.WeightCount, new("weights", "权重"), language),
                layers is > 1 and <= EndLabels.Most - 2
                    ? Enumerable.Range(0, layers).Select(layer => (language.Say(Invariant($"layer {layer + 1}"), Invariant($"第 {layer + 1} 层")), FigurePalette.Line(layer), FigurePalette.Pattern(layer)))
                    : []);
        EndLabels.Add(plot, x[^1], labels);
    }

    private static void DrawOutputs(Plot plot, TrainingTrace trace, Language language)
    {
        plot.Axes.SetLimitsY(-0.1, 1.1);
        plot.Axes.Left.SetTicks([0, 0.5, 1], ["0", "1/2", "1"]);

        double[] x = [.. trace.Iterations.Select(PositionOf)];
        foreach (double target in trace.Outputs.Select(output => output.Position.Target).Distinct().Take(EndLabels.Most))
        {
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(0, target, x[^1], target);
            line.LineColor = FigurePalette.Rule;
            line.LinePattern = LinePattern.Dashed;
        }

        bool few = trace.Outputs.Count <= EndLabels.Most;
        bool oneColumn = trace.Outputs.All(output => output.Position.Column == 0);
        for (int i = 0; i < trace.Outputs.Count; i++)
        {
            (OutputPosition position, IReadOnlyList<double> values) = trace.Outputs[i];
            int style = few ? i : position.Target < 0.5 ? 1 : 0;
            Line(plot, x, [.. values], FigurePalette.Line(style), few ? Thick : Thin, style);
        }

        EndLabel[] labels = few
            ? [.. trace.Outputs.Select((output, i) => new EndLabel(NameOf(trace, output.Position, oneColumn, language), FigurePalette.Line(i), output.Values[^1], FigurePalette.Pattern(i)))]
            : EndLabels.List(
                plot,
                Share(trace.Outputs.Count, trace.OutputCount, new("outputs", "输出"), language),
                [
                    (language.Say("target ≥ 1/2", "目标值 ≥ 1/2"), FigurePalette.Line(0), FigurePalette.Pattern(0)),
                    (language.Say("target < 1/2", "目标值 < 1/2"), FigurePalette.Line(1), FigurePalette.Pattern(1)),
                ]);
        EndLabels.Add(plot, x[^1], labels);
    }

    private static string NameOf(TrainingTrace trace, OutputPosition output, bool oneColumn, Language language)
    {
        int row = trace.Outcome.Lesson.Data.NumberOf(output.Row);
        string column = oneColumn ? "" : language.Say(", ", "，") + Symbols.Indexed("y", output.Column + 1);
        return language.Say(Invariant($"row {row}"), Invariant($"第 {row} 行")) + $"{column} → {Symbols.Number(output.Target, 3)}";
    }

    private static string Share(int shown, int all, Message what, Language language) => shown < all
        ? language.Say(Invariant($"{shown} of {all} {what.English}"), Invariant($"{all} 个{what.Chinese}中的 {shown} 个"))
        : language.Say(Invariant($"{all} {what.English}"), Invariant($"{all} 个{what.Chinese}"));

    /// <summary>Places on logarithmic axes; a number of exactly 0 has none.</summary>
    internal static (double X, double Y)[] Logarithmic(IEnumerable<int> iterations, IEnumerable<double> values) =>
        [.. iterations.Zip(values).Where(sample => sample.Second > 0).Select(sample => (PositionOf(sample.First), Math.Log10(sample.Second)))];

    /// <summary>Has the vertical axis run from one power of ten to another.</summary>
    internal static void LimitToDecades(Plot plot, double[] logarithms, int mostTicks)
    {
        double low = logarithms.Select(Math.Floor).DefaultIfEmpty(-1).Min();
        double high = Math.Max(low + 1, logarithms.Select(Math.Ceiling).DefaultIfEmpty(0).Max());
        plot.Axes.SetLimitsY(low, high);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            FigureTicks.Logarithmic(Math.Pow(10, low), Math.Pow(10, high), mostTicks, Math.Log10));
    }

    /// <summary>Adds a line; of a few samples each one is marked.</summary>
    internal static void Line(Plot plot, double[] x, double[] y, Color color, float width, int pattern = 0)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(x, y, color);
        line.LineWidth = width;
        line.LinePattern = FigurePalette.Pattern(pattern);
        if (x.Length <= FewSamples)
        {
            // Below all lines: after a line with a pattern, a marker in an SVG makes Skia complain on standard error.
            plot.MoveToBottom(plot.Add.Markers(x, y, MarkerShape.FilledCircle, 3 * width, color));
        }
    }
}
