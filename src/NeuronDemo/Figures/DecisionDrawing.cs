using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.Triangulation;

namespace NeuronDemo.Figures;

/// <summary>A map of answers in colours, with a dark line where the answer changes.</summary>
internal static class DecisionDrawing
{
    // Outputs that are nowhere further from one half, or from one another, have not taken a side: where they do is rounding.
    private const double Undecided = 1e-6;

    // Beyond this weighted sum an output is 0 or 1 as far as a double can tell.
    private const double Sure = 750;

    /// <summary>Adds a map to a plot.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="area">Where it lies there.</param>
    /// <param name="answers">What each of the outputs answers.</param>
    /// <param name="lineWidth">How wide the line is.</param>
    /// <returns>The map, and whether there is a line on it.</returns>
    [SuppressMessage("Performance", "CA1814", Justification = "ScottPlot's heatmap takes a grid in this shape.")]
    public static (Heatmap Map, bool HasLine) Add(Plot plot, CoordinateRect area, IReadOnlyList<Matrix<double>> answers, float lineWidth)
    {
        DecisionPalette palette = new(answers.Count);
        double[,] places = new double[answers[0].RowCount, answers[0].ColumnCount];
        for (int row = 0; row < answers[0].RowCount; row++)
        {
            for (int column = 0; column < answers[0].ColumnCount; column++)
            {
                places[row, column] = palette.PlaceOf([.. answers.Select(output => output[row, column])]);
            }
        }

        Heatmap map = plot.Add.Heatmap(places);
        map.Extent = area;
        map.FlipVertically = true;
        map.Smooth = true;
        map.ManualRange = new(0, 1);
        map.Colormap = palette;

        ContourLines border = new() { LineColor = FigurePalette.Ink, LineWidth = lineWidth };
        border.LabelStyle.IsVisible = false;
        if (IsDecided(answers))
        {
            // Of two outputs the leads are the same line twice.
            foreach (Matrix<double> lead in Leads(answers))
            {
                border.Lines.AddRange(RectangularGrid.GetContourLines(Surface(area, lead), [0]));
            }
        }

        plot.Add.Plottable(border);
        return (map, border.Lines.Count > 0);
    }

    private static bool IsDecided(IReadOnlyList<Matrix<double>> answers) => answers is [var only]
        ? only.Enumerate().Any(y => Math.Abs(y - 0.5) > Undecided)
        : answers.Skip(1).Any(other => (other - answers[0]).Enumerate().Any(lead => Math.Abs(lead) > Undecided));

    // How far each output is ahead of the others, or a single one of 1/2, as weighted sums: these rise evenly, where outputs leap.
    private static IEnumerable<Matrix<double>> Leads(IReadOnlyList<Matrix<double>> answers)
    {
        Matrix<double>[] sums = [.. answers.Select(output => output.Map(y => Math.Clamp(Math.Log(y / (1 - y)), -Sure, Sure)))];
        return sums is [var only] ? [only] : sums.Select((sum, k) =>
            sum - sums.Where((_, other) => other != k).Aggregate((one, other) => one.PointwiseMaximum(other)));
    }

    [SuppressMessage("Performance", "CA1814", Justification = "ScottPlot's contour lines take a grid in this shape.")]
    private static Coordinates3d[,] Surface(CoordinateRect area, Matrix<double> heights)
    {
        Coordinates3d[,] surface = new Coordinates3d[heights.RowCount, heights.ColumnCount];
        for (int row = 0; row < heights.RowCount; row++)
        {
            for (int column = 0; column < heights.ColumnCount; column++)
            {
                surface[row, column] = new(
                    area.Left + area.Width * column / (heights.ColumnCount - 1),
                    area.Bottom + area.Height * row / (heights.RowCount - 1),
                    heights[row, column]);
            }
        }

        return surface;
    }
}
