using NeuronDemo.Messages;
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

    // The values of so few edges to one neuron have room to be large and upright.
    private const int FewEdges = 4;

    // In pixels: a minus sign that followed a dash more closely would look like another dash.
    private const float AfterDash = 9;

    // A value is written on an edge where there is room for it.
    private const int MostColumnsWithValues = 4;

    // The room for a diagram in a picture of 400 x 300 and in one of 800 x 600, and the part of it that a unit of height has.
    private static readonly PixelSize[] Rooms = [new(550, 350), new(780, 520)];
    private const double UnitOfHeight = 0.83;

    /// <summary>Adds all edges, and above them the values of those layers where there is room for all.</summary>
    /// <param name="plot">The plot, with its limits.</param>
    /// <param name="diagram">What is drawn.</param>
    /// <param name="single">Whether it is of one neuron, whose values, if few, are written larger.</param>
    /// <param name="language">The language of its words.</param>
    public static void AddTo(Plot plot, NetworkDiagram diagram, bool single, Language language)
    {
        double largest = Math.Max(diagram.Edges.Max(edge => Math.Abs(edge.Weight)), double.Epsilon);
        float widest = single ? WidestOfOne : diagram.Edges.Count > ManyEdges ? WidestOfMany : WidestOfFew;
        foreach (DiagramEdge edge in diagram.Edges)
        {
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(edge.From.X, edge.From.Y, edge.To.X, edge.To.Y);
            line.LineWidth = 0.7f + (widest - 0.7f) * (float)(Math.Abs(edge.Weight) / largest);
            line.LineColor = FigurePalette.OfWeight(edge.Weight);
            line.LinePattern = edge.Weight < 0 ? Dashes(line.LineWidth) : LinePattern.Solid;
        }

        if (diagram.Columns.Count <= MostColumnsWithValues)
        {
            PixelSize room = diagram.Edges.GroupBy(edge => edge.From.X)
                .Select(layer => AddValues(plot, [.. layer], single)).MaxBy(size => size.Width);
            AxisLimits limits = plot.Axes.GetLimits();
            plot.Add.Plottable(new NoRoomNote(room)
            {
                LabelText = language.Say("weights in a larger picture", "图再大些就会标出权重"),
                Location = new(limits.HorizontalCenter, limits.Top),
                LabelAlignment = Alignment.UpperCenter,
                LabelFontSize = 11,
                LabelFontColor = FigurePalette.Ink,
            });
        }
    }

    /// <summary>A weight as it stands on its edge.</summary>
    public static string ValueOf(DiagramEdge edge) => Symbols.Number(edge.Weight, 3);

    /// <summary>The pattern of a negative weight's edge.</summary>
    public static LinePattern Dashes(float width) => new([5 + 1.5f * width, 3 + width], 0, "Negative");

    // Returns the room that they take.
    private static PixelSize AddValues(Plot plot, DiagramEdge[] layer, bool single)
    {
        double span = plot.Axes.GetLimits().HorizontalSpan;
        (PixelSize room, double[]? places) = Rooms
            .Select(room => (room, ValuePlaces.Find(layer, room.Width / span, room.Height * UnitOfHeight)))
            .FirstOrDefault(found => found.Item2 is not null);
        if (places is null)
        {
            return room;
        }

        bool isLarge = single && layer.Length <= FewEdges;
        foreach ((DiagramEdge edge, double place) in layer.Zip(places))
        {
            ScottPlot.Plottables.Text value = isLarge ? new ScottPlot.Plottables.Text() : new EdgeValue(edge, room);
            value.LabelText = isLarge ? $"{Symbols.Indexed("w", edge.From.Index + 1)} = {Symbols.Number(edge.Weight, 4)}" : ValueOf(edge);
            value.Location = new(edge.From.X + place * (edge.To.X - edge.From.X), edge.From.Y + place * (edge.To.Y - edge.From.Y));
            value.LabelAlignment = Alignment.MiddleCenter;
            value.LabelFontSize = isLarge ? 15 : 11;
            value.LabelFontColor = FigurePalette.OfWeight(edge.Weight);
            value.PutOn(Colors.White, edge.Weight < 0 ? AfterDash : LabelBackground.Beside);
            plot.Add.Plottable(value);
        }

        return room;
    }
}
