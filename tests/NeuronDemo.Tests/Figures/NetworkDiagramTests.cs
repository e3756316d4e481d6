using NeuronDemo.Figures;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;

namespace NeuronDemo.Tests.Figures;

public sealed class NetworkDiagramTests
{
    [Fact]
    public void A_small_network_is_shown_whole_with_all_its_weights()
    {
        NeuralNetwork network = Sample.Start(4);

        NetworkDiagram diagram = NetworkDiagram.Of(network);

        Assert.Equal([3, 4, 1], diagram.Columns.Select(column => column.Nodes.Count));
        Assert.Equal(
            network.Layers.SelectMany(layer => layer.Weights.Enumerate()).OrderBy(Math.Abs),
            diagram.Edges.Select(edge => edge.Weight));
    }

    [Fact]
    public void Wide_layers_are_shown_in_part_and_counted()
    {
        NeuralNetwork network = new(1u, 64, 32, 10);

        NetworkDiagram diagram = NetworkDiagram.Of(network);

        Assert.Equal([64, 32, 10], diagram.Columns.Select(column => column.Count));
        Assert.All(diagram.Columns, column => Assert.Equal([0, 1, 2, 3, 4, column.Count - 1], column.Nodes.Select(node => node.Index)));
        Assert.All(diagram.Columns, column => Assert.Single(column.Gaps));
        DiagramEdge last = diagram.Edges.Single(edge => edge.From.Index == 63 && edge.To.Index == 31);
        Assert.Equal(network.Layers[0].Weights[63, 31], last.Weight);
    }

    [Fact]
    public void Long_rows_of_layers_are_shown_in_part_and_counted()
    {
        NetworkDiagram diagram = NetworkDiagram.Of(new NeuralNetwork(1u, [3, .. Enumerable.Repeat(2, 20), 1]));

        Assert.Equal([0, 1, 2, 3, 4, 5, null, 21], diagram.Columns.Select(column => column.Layer));
        Assert.Equal(15, diagram.Columns[6].Count);
        Assert.DoesNotContain(diagram.Edges, edge => edge.To.X > diagram.Columns[5].X);
    }
}
