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

    // A value is written on an edge where there is room for it.
    private const int MostColumnsWithValues = 4;

    /// <summary>Adds all edges, and above them the values of those layers where there is room for all.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="diagram">What is drawn.</param>
    /// <param name="single">Whether it is of one neuron, whose values are written larger.</param>
    /// <param name="width">How many pixels of a small picture the diagram's unit of width has.</param>
    public static void AddTo(Plot plot, NetworkDiagram diagram, bool single, double width)
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

        foreach (DiagramEdge[] layer in diagram.Edges.GroupBy(edge => edge.From.X).Select(edges => edges.ToArray()))
        {
            if (diagram.Columns.Count <= MostColumnsWithValues && ValuePlaces.Find(layer, width) is double[] places)
            {
                foreach ((DiagramEdge edge, double place) in layer.Zip(places))
                {
                    plot.Add.Plottable(Value(edge, place, single));
                }
            }
        }
    }

    /// <summary>A weight as it stands on its edge.</summary>
    public static string ValueOf(DiagramEdge edge) => Symbols.Number(edge.Weight, 3);

    /// <summary>The pattern of a negative weight's edge.</summary>
    public static LinePattern Dashes(float width) => new([5 + 1.5f * width, 3 + width], 0, "Negative");

    private static ScottPlot.Plottables.Text Value(DiagramEdge edge, double place, bool single)
    {
        ScottPlot.Plottables.Text value = single ? new ScottPlot.Plottables.Text() : new EdgeValue(edge);
        value.LabelText = single ? $"{Symbols.Indexed("w", edge.From.Index + 1)} = {Symbols.Number(edge.Weight, 4)}" : ValueOf(edge);
        value.Location = new(edge.From.X + place * (edge.To.X - edge.From.X), edge.From.Y + place * (edge.To.Y - edge.From.Y));
        value.LabelAlignment = Alignment.MiddleCenter;
        value.LabelFontSize = single ? 15 : 11;
        value.LabelFontColor = ColorOf(edge.Weight);
        value.PutOn(Colors.White);
        return value;
    }

    private static Color ColorOf(double weight) => weight < 0 ? FigurePalette.Vermilion : FigurePalette.Blue;
}
