using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Messages;
using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.Plottables;

namespace NeuronDemo.Figures;

/// <summary>
/// A landscape of losses: dark heights and a bright valley, also in grey print, under contour lines. Heights are
/// logarithms, since a training brings the loss down by powers of ten.
/// </summary>
internal static class LandscapeDrawing
{
    // Further below the greatest loss than this many powers of ten it is all one white plain.
    private const double MostDepth = 8;

    // From so many powers of ten on fewer lines are drawn in each; over less than one, steps of equal height are.
    private const double DeepDecades = 4;
    private const int EqualSteps = 6;

    private static readonly IColormap Heights = new CustomInterpolated(
        [Color.FromHex("#FFFFFF"), Color.FromHex("#E6EFF6"), Color.FromHex("#C3D8EA"), Color.FromHex("#93B7D8"), Color.FromHex("#5F8FBF")]);

    /// <summary>Draws the landscape. The labels of its contour lines keep off some places.</summary>
    public static void AddTo(Plot plot, DescentLandscape landscape, IEnumerable<Coordinates> taken, Language language)
    {
        double highest = landscape.Losses.Enumerate().Max();
        double lowest = Math.Max(landscape.Losses.Enumerate().Min(), highest / Math.Pow(10, MostDepth));
        if (highest <= lowest)
        {
            string loss = Symbols.Number(highest, 3);
            ScottPlot.Plottables.Text level = plot.Add.Text(
                language.Say($"level ground: the loss is {loss} everywhere", $"一片平地：损失处处为 {loss}"),
                plot.Axes.GetLimits().HorizontalCenter,
                landscape.Y[^1]);
            level.LabelAlignment = Alignment.UpperCenter;
            level.OffsetY = 8;
            level.LabelFontColor = FigurePalette.Ink;
            return;
        }

        Matrix<double> heights = landscape.Losses.Map(loss => Math.Log10(Math.Max(loss, lowest)));
        Heatmap map = plot.Add.Heatmap(heights.ToArray());
        map.Extent = new CoordinateRect(landscape.X[0], landscape.X[^1], landscape.Y[0], landscape.Y[^1]);
        map.FlipVertically = true;
        map.Smooth = true;
        map.Colormap = Heights;

        (double Height, string Label)[] levels = [.. Levels(lowest, highest)];
        ContourLines contours = new() { LineColor = FigurePalette.Contour, ContourLineLevels = [.. levels.Select(level => level.Height)] };
        contours.LabelStyle.IsVisible = false;
        contours.Update(Surface(landscape, heights));
        plot.Add.Plottable(contours);
        ContourLabels labels = new(plot.Axes.GetLimits(), taken);
        foreach ((double height, string label) in levels)
        {
            labels.Add(plot, label, contours.Lines.Where(line => line.Z == height));
        }
    }

    private static IEnumerable<(double Height, string Label)> Levels(double lowest, double highest)
    {
        double decades = Math.Log10(highest / lowest);
        if (decades < 1)
        {
            RoundNumber step = RoundNumber.AtMost((highest - lowest) / EqualSteps);
            int significant = (int)Math.Floor(Math.Log10(highest)) - step.Exponent + 1;
            return Enumerable.Range(1, 3 * EqualSteps)
                .Select(k => (Math.Floor(lowest / step.Value) + k) * step.Value)
                .Where(level => level < highest)
                .Select(level => (Math.Log10(level), Symbols.Number(level, significant)));
        }

        int[] digits = decades < DeepDecades ? [1, 2, 5] : [1, 3];
        int first = (int)Math.Floor(Math.Log10(lowest));
        return Enumerable.Range(first, (int)Math.Ceiling(decades) + 1)
            .SelectMany(exponent => digits.Select(digit => (Math.Log10(digit) + exponent, Symbols.Power(digit, exponent))));
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
}
