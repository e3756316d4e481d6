using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.Plottables;

namespace NeuronDemo.Figures;

/// <summary>
/// Gradient descent as a walk downhill: the loss as a landscape over two weights, the path from the start to the end,
/// and the direction of the first step.
/// </summary>
internal static class DescentFigure
{
    private const int MostLevels = 8;
    private const int MostNames = 4;

    // Further below the greatest loss than this many powers of ten the landscape is one white plain.
    private const double MostDepth = 8;

    // The arrow of the first step is drawn at most this long, as part of the landscape's extent, unless the step is longer.
    private const double ArrowShare = 0.2;

    // Dark heights, a bright valley: in grey print too.
    private static readonly IColormap Heights = new CustomInterpolated(
        [Color.FromHex("#FFFFFF"), Color.FromHex("#E6EFF6"), Color.FromHex("#C3D8EA"), Color.FromHex("#93B7D8"), Color.FromHex("#5F8FBF")]);

    /// <summary>Draws the figure.</summary>
    public static Plot Draw(Descent descent)
    {
        Plot plot = FigureFont.NewPlot();
        DescentLandscape landscape = descent.Landscape;
        plot.Axes.SetLimits(landscape.X[0], landscape.X[^1], landscape.Y[0], landscape.Y[^1]);
        plot.HideGrid();
        plot.XLabel(descent.First.Name);
        plot.YLabel(descent.Second.Name);
        plot.Title(Title(descent), 15);
        foreach (IAxis axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
        {
            axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = number => Symbols.Number(number, 6) };
        }

        ContourLabels labels = new(plot.Axes.GetLimits(), descent.Path);
        DrawLandscape(plot, landscape, labels);
        DrawPath(plot, [.. descent.Path]);
        DrawFirstStep(plot, descent);
        DrawEnds(plot, descent.Path);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        return plot;
    }

    private static string Title(Descent descent)
    {
        string loss = $"loss (MSE) over {descent.First.Name} and {descent.Second.Name}";
        return loss + descent.Resting.Count switch
        {
            0 => "",
            <= MostNames => "\nfinal " + string.Join(", ", descent.Resting.Select(weight => $"{weight.Name} = {Symbols.Number(weight.Value, 4)}")),
            int count => string.Create(CultureInfo.InvariantCulture, $"\nthe other {count} weights at their final values"),
        };
    }

    private static void DrawLandscape(Plot plot, DescentLandscape landscape, ContourLabels labels)
    {
        double highest = Math.Log10(Math.Max(landscape.Losses.Enumerate().Max(), double.Epsilon));
        Matrix<double> heights = landscape.Losses.Map(loss => Math.Max(loss > 0 ? Math.Log10(loss) : highest, highest - MostDepth));
        double lowest = heights.Enumerate().Min();
        Heatmap map = plot.Add.Heatmap(heights.ToArray());
        map.Extent = new CoordinateRect(landscape.X[0], landscape.X[^1], landscape.Y[0], landscape.Y[^1]);
        map.FlipVertically = true;
        map.Smooth = true;
        map.Colormap = Heights;

        Tick[] levels = [.. LogTicks.Between(Math.Pow(10, lowest), Math.Pow(10, highest), MostLevels, Math.Log10).Where(tick => tick.IsMajor)];
        ContourLines contours = new() { LineColor = FigurePalette.Contour, ContourLineLevels = [.. levels.Select(level => level.Position)] };
        contours.LabelStyle.IsVisible = false;
        contours.Update(Surface(landscape, heights));
        plot.Add.Plottable(contours);
        foreach (Tick level in levels)
        {
            labels.Add(plot, level.Label, contours.Lines.Where(line => line.Z == level.Position));
        }
    }

    [SuppressMessage("Performance", "CA1814", Justification = "ScottPlot's contour lines take a grid in this shape.")]
    private static Coordinates3d[,] Surface(DescentLandscape landscape, Matrix<double> heights)
    {
        Coordinates3d[,] surface = new Coordinates3d[heights.RowCount, heights.ColumnCount];
        for (int row = 0; row < heights.RowCount; row++)
        {
            for (int column = 0; column < heights.ColumnCount; column++)
            {
                surface[row, column] = new(landscape.X[column], landscape.Y[row], heights[row, column]);
            }
        }

        return surface;
    }

    private static void DrawPath(Plot plot, Coordinates[] path)
    {
        plot.Add.ScatterLine(path, Colors.White).LineWidth = 6;
        Scatter line = plot.Add.ScatterLine(path, FigurePalette.Vermilion);
        line.LineWidth = 3;
        line.LegendText = "path of gradient descent";
    }

    private static void DrawFirstStep(Plot plot, Descent descent)
    {
        if (descent.Path.Count < 2 || descent.Path[1] == descent.Path[0])
        {
            return;
        }

        Coordinates start = descent.Path[0];
        (double x, double y) = (descent.Path[1].X - start.X, descent.Path[1].Y - start.Y);
        double room = (descent.Landscape.X[^1] - descent.Landscape.X[0]) * ArrowShare / Math.Sqrt(x * x + y * y);
        int exponent = (int)Math.Floor(Math.Log10(room));
        int digit = (room / Math.Pow(10, exponent)) switch { >= 5 => 5, >= 2 => 2, _ => 1 };
        double factor = room < 1 ? 1 : digit * Math.Pow(10, exponent);
        Arrow arrow = plot.Add.Arrow(start, new(start.X + factor * x, start.Y + factor * y));
        arrow.ArrowFillColor = FigurePalette.Ink;
        arrow.ArrowLineWidth = 0;
        arrow.ArrowWidth = 3;
        arrow.ArrowheadWidth = 12;
        arrow.ArrowheadLength = 15;
        arrow.ArrowheadAxisLength = 12;
        plot.Legend.ManualItems.Add(new LegendItem
        {
            LabelText = factor > 1 ? $"first step, {Symbols.Power(digit, exponent)} times as long" : "first step",
            LineColor = FigurePalette.Ink,
            LineWidth = 3,
        });
    }

    private static void DrawEnds(Plot plot, IReadOnlyList<Coordinates> path)
    {
        bool toTheRight = path[^1].X >= path[0].X;
        End(path[0], "start", Colors.White, !toTheRight);
        if (path.Count > 1)
        {
            End(path[^1], "end", FigurePalette.Vermilion, toTheRight);
        }

        void End(Coordinates place, string text, Color fill, bool right)
        {
            Marker marker = plot.Add.Marker(place, MarkerShape.FilledCircle, 13, fill);
            marker.MarkerStyle.OutlineColor = FigurePalette.Ink;
            marker.MarkerStyle.OutlineWidth = 2;
            ScottPlot.Plottables.Text label = plot.Add.Text(text, place);
            label.LabelAlignment = right ? Alignment.MiddleLeft : Alignment.MiddleRight;
            label.OffsetX = right ? 12 : -12;
            label.LabelFontColor = FigurePalette.Ink;
            label.LabelFontSize = 15;
        }
    }
}
