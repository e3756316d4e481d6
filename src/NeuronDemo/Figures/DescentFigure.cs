using NeuronDemo.Messages;
using ScottPlot;
using ScottPlot.Plottables;
using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>
/// Gradient descent as a walk downhill: the loss as a landscape over two weights, the path from the start to the end,
/// and the direction of the first step.
/// </summary>
internal static class DescentFigure
{
    private const int MostNames = 2;
    private const int MostTicks = 10;

    // The arrow of the first step is drawn at most this long, as part of the landscape's extent, unless the step is longer.
    private const double ArrowShare = 0.2;

    // How far the words at the path's ends lie from them, in a small picture.
    private const double TextShare = 0.06;

    // A path of which a greater part are turns back jumps to and fro between iterations that it does not show: thick lines between those it shows would cover all.
    private const double MostTurns = 0.1;

    /// <summary>Draws the figure.</summary>
    public static Plot Draw(Descent descent, Language language = Language.English)
    {
        Plot plot = FigureFont.NewPlot();
        DescentLandscape landscape = descent.Landscape;
        plot.Axes.SetLimits(landscape.X[0], landscape.X[^1], landscape.Y[0], landscape.Y[^1]);
        plot.HideGrid();
        plot.XLabel(Symbols.Weight(descent.First));
        plot.YLabel(Symbols.Weight(descent.Second));
        plot.Title(Title(descent).In(language), 13);
        plot.Axes.Bottom.TickGenerator = FigureTicks.Across(landscape.X[0], landscape.X[^1], MostTicks);
        plot.Axes.Left.TickGenerator = FigureTicks.Linear(MostTicks);

        Coordinates[] path = [.. descent.Path];

        // The words stand before the path begins and behind its end.
        double before = path.Length > 1 && path[1].X < path[0].X ? 1 : -1;
        double behind = path.Length > 1 && path[^1].X < path[^2].X ? -1 : 1;
        double text = TextShare * (landscape.X[^1] - landscape.X[0]);
        (Coordinates Tip, RoundNumber? Longer)? step = FirstStep(descent);
        DescentMarks marks = new(descent, step?.Tip ?? path[0]);
        LandscapeDrawing.AddTo(
            plot, landscape, [.. path, .. marks.Texts, new(path[0].X + before * text, path[0].Y), new(path[^1].X + behind * text, path[^1].Y)], language);
        if (path.Length > 1)
        {
            DrawPath(plot, path, marks.Texts.Any(), language);
            if (step is var (tip, longer))
            {
                DrawFirstStep(plot, path[0], tip, longer, language);
            }

            marks.AddTo(plot);
            DrawEnd(plot, path[^1], language.Say("end", "终点"), FigurePalette.Vermilion, behind);
            plot.ShowPlainLegend();
        }

        DrawEnd(plot, path[0], language.Say("start", "起点"), Colors.White, before);
        return plot;
    }

    private static Message Title(Descent descent)
    {
        (string first, string second) = (Symbols.Weight(descent.First), Symbols.Weight(descent.Second));
        Message resting = Resting(descent.Resting);
        return new($"Loss (MSE) over {first} and {second}\n{resting.English}", $"权重 {first} 和 {second} 上的损失（均方误差）\n{resting.Chinese}");
    }

    // Seen over two weights, the path does not lie on the ground that it walked on: there the other weights were others.
    private static Message Resting(IReadOnlyList<(string Name, double Value)> weights)
    {
        string few = string.Join(", ", weights.Select(weight => $"{weight.Name} = {Symbols.Number(weight.Value, 4)}"));
        return weights switch
        {
            [] => new("", ""),
            { Count: <= MostNames } => new($"all heights with the final {few}, also under the path", $"等高线全按 {few}（最终值）计算，包括路径之下"),
            { Count: int count } => new(
                Invariant($"all heights with the final values of the other {count} weights, also under the path"), Invariant($"等高线全按其余 {count} 个权重的最终值计算，包括路径之下")),
        };
    }

    private static void DrawPath(Plot plot, Coordinates[] path, bool isMarked, Language language)
    {
        bool jumps = TurnsBack(path) > MostTurns * path.Length;
        plot.Add.ScatterLine(path, jumps ? FigurePalette.Vermilion.WithAlpha(0.4) : Colors.White).LineWidth = jumps ? 0.7f : 6;
        Scatter line = jumps ? plot.Add.ScatterPoints(path, FigurePalette.Vermilion) : plot.Add.ScatterLine(path, FigurePalette.Vermilion);
        line.LineWidth = jumps ? 0 : 3;
        line.MarkerSize = jumps ? 4 : 0;
        line.LegendText = language.Say("path of gradient descent", "梯度下降的路径") + (isMarked ? language.Say(", ○ iterations", "，○ 为迭代次数") : "");
    }

    private static int TurnsBack(Coordinates[] path) => Enumerable.Range(1, path.Length - 2).Count(i =>
        (path[i].X - path[i - 1].X) * (path[i + 1].X - path[i].X) + (path[i].Y - path[i - 1].Y) * (path[i + 1].Y - path[i].Y) < 0);

    // Where the arrow of the first step ends, and how many times as long it is; null if there is no step.
    private static (Coordinates Tip, RoundNumber? Longer)? FirstStep(Descent descent)
    {
        if (descent.Path.Count < 2 || descent.Path[1] == descent.Path[0])
        {
            return null;
        }

        Coordinates start = descent.Path[0];
        (double x, double y) = (descent.Path[1].X - start.X, descent.Path[1].Y - start.Y);
        double room = (descent.Landscape.X[^1] - descent.Landscape.X[0]) * ArrowShare / Math.Sqrt(x * x + y * y);
        RoundNumber? longer = room >= 2 ? RoundNumber.AtMost(room) : null;
        double factor = longer?.Value ?? 1;
        return (new(start.X + factor * x, start.Y + factor * y), longer);
    }

    private static void DrawFirstStep(Plot plot, Coordinates start, Coordinates tip, RoundNumber? longer, Language language)
    {
        Arrow arrow = plot.Add.Arrow(start, tip);
        arrow.ArrowFillColor = FigurePalette.Ink;
        arrow.ArrowLineWidth = 0;
        arrow.ArrowWidth = 3;
        arrow.ArrowheadWidth = 12;
        arrow.ArrowheadLength = 15;
        arrow.ArrowheadAxisLength = 12;
        plot.Legend.ManualItems.Add(FigureLegend.Line(
            longer is null ? language.Say("first step", "第一步") : language.Say($"first step, drawn {longer} times as long", $"第一步（放大 {longer} 倍）"),
            FigurePalette.Ink,
            LinePattern.Solid));
    }

    private static void DrawEnd(Plot plot, Coordinates place, string text, Color fill, double side)
    {
        ScottPlot.Plottables.Marker marker = plot.Add.Marker(place, MarkerShape.FilledCircle, 13, fill);
        marker.MarkerStyle.OutlineColor = FigurePalette.Ink;
        marker.MarkerStyle.OutlineWidth = 2;
        ScottPlot.Plottables.Text label = plot.Add.Text(text, place);
        label.LabelAlignment = side > 0 ? Alignment.MiddleLeft : Alignment.MiddleRight;
        label.OffsetX = 13 * (float)side;
        label.LabelFontColor = FigurePalette.Ink;
        label.LabelFontSize = 15;
        label.PutOn(Colors.White.WithAlpha(0.75));
    }
}
