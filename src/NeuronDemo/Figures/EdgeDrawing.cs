using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// Draws the weights of a diagram: an edge is as wide as its weight is large, blue and solid if it is positive, vermilion and
/// dashed if negative.
/// </summary>
internal static class EdgeDrawing
{
    // Wider ones would stick out above and below the values on them.
    private const float WidestOfOne = 9;
    private const float WidestOfFew = 5.5f;
    private const float WidestOfMany = 3;
    private const int ManyEdges = 24;

    /// <summary>Adds all edges, and above them the values of those where there is room.</summary>
    public static void AddTo(Plot plot, NetworkDiagram diagram, bool single)
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

    /// <summary>The pattern of a negative weight's edge.</summary>
    public static LinePattern Dashes(float width) => new([5 + 1.5f * width, 3 + width], 0, "Negative");

    private static Color ColorOf(double weight) => weight < 0 ? FigurePalette.Vermilion : FigurePalette.Blue;
}
