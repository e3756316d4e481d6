using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>
/// Which parts of a network a diagram shows, and where, in a square of 1 x 1. Wide layers and long rows of layers
/// are shown in part: their first members and the last.
/// </summary>
/// <param name="Columns">The inputs, then each layer that is shown.</param>
/// <param name="Edges">The weights between neurons that are shown, from the least absolute value to the greatest.</param>
internal sealed record NetworkDiagram(IReadOnlyList<DiagramColumn> Columns, IReadOnlyList<DiagramEdge> Edges)
{
    private const int MostNeurons = 7;
    private const int MostColumns = 8;
    private const int LeastSlots = 3;

    /// <summary>Lays a network out.</summary>
    public static NetworkDiagram Of(NeuralNetwork network)
    {
        int[] sizes = [network.InputCount, .. network.Layers.Select(layer => layer.OutputCount)];
        int?[] shown = Shown(sizes.Length, MostColumns);
        DiagramColumn[] columns =
            [.. shown.Select((layer, k) => Column(layer, layer is int l ? sizes[l] : sizes.Length - shown.Length + 1, (double)k / (shown.Length - 1)))];
        List<DiagramEdge> edges = [];
        for (int k = 1; k < shown.Length; k++)
        {
            if (shown[k] is int layer && shown[k - 1] is not null)
            {
                edges.AddRange(Between(network.Layers[layer - 1], columns[k - 1], columns[k]));
            }
        }

        return new(columns, [.. edges.OrderBy(edge => Math.Abs(edge.Weight))]);
    }

    private static DiagramColumn Column(int? layer, int count, double x)
    {
        if (layer is null)
        {
            return new(null, count, x, [], [new(x, 0.5)], 1.0 / LeastSlots);
        }

        int?[] shown = Shown(count, MostNeurons);
        double spacing = 1.0 / Math.Max(shown.Length, LeastSlots);
        List<DiagramNode> nodes = [];
        List<(double X, double Y)> gaps = [];
        for (int slot = 0; slot < shown.Length; slot++)
        {
            double y = 0.5 + ((shown.Length - 1) / 2.0 - slot) * spacing;
            if (shown[slot] is int index)
            {
                nodes.Add(new(index, x, y));
            }
            else
            {
                gaps.Add((x, y));
            }
        }

        return new(layer, count, x, nodes, gaps, spacing);
    }

    private static IEnumerable<DiagramEdge> Between(Layer layer, DiagramColumn from, DiagramColumn to) => from.Nodes.SelectMany(
        source => to.Nodes.Select(target => new DiagramEdge(source, target, layer.Weights[source.Index, target.Index])));

    /// <summary>Indices of members, with null for those left out: all, or the first ones and the last.</summary>
    private static int?[] Shown(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count).Select(index => (int?)index)]
        : [.. Enumerable.Range(0, most - 2).Select(index => (int?)index), null, count - 1];
}

