using System.Globalization;
using NeuronDemo.Network;
using NeuronDemo.Text;
using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// A neuron or a network as a diagram: the weights are edges, as wide as they are large, and their sign is seen in colour
/// and dashes.
/// </summary>
internal static class NeuronFigure
{
    private const double SumToOutput = 0.42;
    // Wider ones would stick out above and below the values on them.
    private const float WidestOfOne = 9;
    private const float WidestOfFew = 5.5f;
    private const float WidestOfMany = 3;
    private const int ManyEdges = 24;

    // In pixels of a small picture: what is there for the columns side by side and for the rows above one another.
    private const float Width = 400;
    private const float Height = 290;
    private const float LargestNode = 46;

    /// <summary>Draws the figure.</summary>
    /// <param name="network">The network.</param>
    /// <param name="iterations">How many iterations it has been trained for, which the title says.</param>
    /// <exception cref="UnusableInputException">A weight has grown too large to draw.</exception>
    public static Plot Draw(NeuralNetwork network, int iterations)
    {
        DrawableWeights.Require(network);
        NetworkDiagram diagram = NetworkDiagram.Of(network);
        bool single = network is { Layers.Count: 1, OutputCount: 1 };
        Plot plot = FigureFont.NewPlot();
        plot.HideAxesAndGrid();
        plot.Title((single ? "The neuron " : "The network ") + (iterations == 0
            ? "before training"
            : $"after {Symbols.Iterations(iterations)}"));
        float size = Math.Min(LargestNode, Math.Min(
            0.6f * Width / (diagram.Columns.Count - 1), 0.82f * Height * (float)diagram.Columns.Min(column => column.Spacing)));
        plot.Axes.SetLimits(-0.12, single ? 1 + 2.3 * SumToOutput : 1.2, -0.17, 1.02);

        DrawEdges(plot, diagram, single);
        DrawOutputs(plot, diagram.Columns[^1], single, size);
        foreach (DiagramColumn column in diagram.Columns)
        {
            DrawColumn(plot, column, single, size);
        }

        if (single)
        {
            plot.Write(Formula(network.InputCount), (1 + 2 * SumToOutput) / 2, -0.1, 15);
        }

        plot.Legend.ManualItems.AddRange(
        [
            FigureLegend.Line("positive weight", FigurePalette.Blue, LinePattern.Solid),
            FigureLegend.Line("negative weight", FigurePalette.Vermilion, Dashes(3)),
        ]);
        plot.ShowPlainLegend();
        return plot;
    }

    private static string Formula(int inputs)
    {
        string[] terms = [.. Enumerable.Range(1, inputs).Select(i => Symbols.Indexed("w", i) + Symbols.Indexed("x", i))];
        return $"m = {string.Join(" + ", inputs <= 4 ? terms : [terms[0], terms[1], "…", terms[^1]])}      y = S(m) = 1 / (1 + e⁻ᵐ)";
    }

    private static void DrawEdges(Plot plot, NetworkDiagram diagram, bool single)
    {
        double largest = Math.Max(diagram.Edges.Max(edge => Math.Abs(edge.Weight)), double.Epsilon);
        float widest = single ? WidestOfOne : diagram.Edges.Count > ManyEdges ? WidestOfMany : WidestOfFew;
        foreach (DiagramEdge edge in diagram.Edges)
        {
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(edge.From.X, edge.From.Y, edge.To.X, edge.To.Y);
            line.LineWidth = 0.7f + (widest - 0.7f) * (float)(Math.Abs(edge.Weight) / largest);
            line.LineColor = ColorOf(edge.Weight);
            line.LinePattern = edge.Weight < 0 ? Dashes(line.LineWidth) : LinePattern.Solid;
        }

        foreach (DiagramEdge edge in diagram.Edges)
        {
            if (edge.ValueAt is double place)
            {
                plot.WriteOnEdge(
                    single ? $"{Symbols.Indexed("w", edge.From.Index + 1)} = {Symbols.Number(edge.Weight, 4)}" : Symbols.Number(edge.Weight, 3),
                    edge.From.X + place * (edge.To.X - edge.From.X),
                    edge.From.Y + place * (edge.To.Y - edge.From.Y),
                    single ? 15 : 11,
                    ColorOf(edge.Weight));
            }
        }
    }

    private static Color ColorOf(double weight) => weight < 0 ? FigurePalette.Vermilion : FigurePalette.Blue;

    private static LinePattern Dashes(float width) => new([5 + 1.5f * width, 3 + width], 0, "Negative");

    private static void DrawColumn(Plot plot, DiagramColumn column, bool single, float size)
    {
        foreach (DiagramNode node in column.Nodes)
        {
            if (column.Layer == 0)
            {
                plot.AddCircle(node.X, node.Y, size, Symbols.Indexed("x", node.Index + 1), Colors.White);
            }
            else
            {
                plot.AddCircle(node.X, node.Y, size, single ? "Σ" : "Σ S", FigurePalette.Shade);
            }
        }

        foreach ((double x, double y) in column.Gaps)
        {
            plot.Write(column.Layer is null ? "⋯" : "⋮", x, y, 22);
        }

        if (!single)
        {
            plot.Write(CaptionOf(column), column.X, -0.1, 13);
        }
    }

    private static string CaptionOf(DiagramColumn column)
    {
        string count = column.Count.ToString(CultureInfo.InvariantCulture);
        return column.Layer switch
        {
            null => $"{count} layers",
            0 => $"inputs\n{count}",
            _ => $"layer {column.Layer}\n{count}",
        };
    }

    private static void DrawOutputs(Plot plot, DiagramColumn last, bool single, float size)
    {
        foreach (DiagramNode node in last.Nodes)
        {
            if (single)
            {
                double squash = node.X + SumToOutput;
                plot.AddFlow(node.X, squash, node.Y, size / 2 + 1);
                plot.AddFlow(squash, squash + SumToOutput, node.Y, 0);
                plot.Write("m", node.X + SumToOutput / 2, node.Y + 0.05, 15);
                plot.AddCircle(squash, node.Y, size, "S", FigurePalette.Shade);
                plot.WriteBehind("y", squash + SumToOutput, node.Y, 18);
            }
            else
            {
                plot.AddFlow(node.X, node.X + 0.13, node.Y, 0);
                plot.WriteBehind(last.Count == 1 ? "y" : Symbols.Indexed("y", node.Index + 1), node.X + 0.13, node.Y, 15);
            }
        }
    }
}
