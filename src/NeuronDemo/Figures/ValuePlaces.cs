using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// Where the values of a layer's weights stand, so that it is seen which belongs to which: each on its own edge and turned with
/// it, where the other edges and values are furthest.
/// </summary>
internal static class ValuePlaces
{
    // In pixels at the size at which figures are designed.
    private const double NodeRadius = 23;
    private const double LetterWidth = 7;
    private const double LetterHeight = 11;

    private const int Tries = 60;

    // Of places that are as good but for rounding, which depends on the processor, the first is taken.
    private const double NearTie = 1e-6;

    /// <summary>Finds a place for each value, from 0 to 1 along its edge; null if some value has no room.</summary>
    /// <param name="edges">All edges between two columns.</param>
    /// <param name="width">How many pixels the diagram's unit of width has.</param>
    /// <param name="height">How many pixels the diagram's unit of height has.</param>
    public static double[]? Find(IReadOnlyList<DiagramEdge> edges, double width, double height)
    {
        (Coordinates From, Coordinates To)[] lines =
            [.. edges.Select(edge => (new Coordinates(edge.From.X * width, edge.From.Y * height), new Coordinates(edge.To.X * width, edge.To.Y * height)))];

        // Where no two edges cross, the middle is best.
        if (edges.DistinctBy(edge => edge.From).Count() == 1 || edges.DistinctBy(edge => edge.To).Count() == 1)
        {
            return [.. Enumerable.Repeat(0.5, edges.Count)];
        }

        double[] places = new double[edges.Count];
        List<Coordinates> taken = [];
        for (int i = 0; i < lines.Length; i++)
        {
            (Coordinates from, Coordinates to) = lines[i];
            double half = LetterWidth * EdgeDrawing.ValueOf(edges[i]).Length / 2 / from.Distance(to);
            double ends = NodeRadius / from.Distance(to) + half;
            double room = 0;
            for (int k = 0; k <= Tries; k++)
            {
                double place = ends + (1 - 2 * ends) * k / Tries;
                double free = Room([.. PointsBetween(lines[i], place - half, place + half)], lines.Where((_, j) => j != i), taken);
                if (place >= ends && free > room + NearTie)
                {
                    (places[i], room) = (place, free);
                }
            }

            if (room == 0)
            {
                return null;
            }

            taken.AddRange(PointsBetween(lines[i], places[i] - half, places[i] + half));
        }

        return places;
    }

    private static Coordinates[] PointsBetween((Coordinates From, Coordinates To) line, double start, double end) =>
    [
        .. MathNet.Numerics.Generate.LinearSpaced(5, start, end)
            .Select(t => new Coordinates(line.From.X + t * (line.To.X - line.From.X), line.From.Y + t * (line.To.Y - line.From.Y))),
    ];

    // How far a value stays from the other edges and values; less than 0 if it touches one.
    private static double Room(Coordinates[] value, IEnumerable<(Coordinates From, Coordinates To)> lines, List<Coordinates> taken)
    {
        double room = taken.SelectMany(other => value.Select(point => point.Distance(other) - LetterHeight)).DefaultIfEmpty(double.PositiveInfinity).Min();
        foreach ((Coordinates from, Coordinates to) in lines)
        {
            double[] distances = [.. value.Select(point =>
                ((point.X - from.X) * (to.Y - from.Y) - (point.Y - from.Y) * (to.X - from.X)) / from.Distance(to))];
            room = Math.Min(room, Math.Max(distances.Min(), -distances.Max()) - LetterHeight / 2);
        }

        return room;
    }
}
