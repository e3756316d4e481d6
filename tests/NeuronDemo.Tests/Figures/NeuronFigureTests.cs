using NeuronDemo.Figures;
using NeuronDemo.Network;
using ScottPlot;
using ScottPlot.Plottables;

namespace NeuronDemo.Tests.Figures;

public sealed class NeuronFigureTests
{
    [Fact]
    public void The_neuron_is_inputs_weights_sum_S_and_output()
    {
        using Plot plot = NeuronFigure.Draw(Lessons.Trained(15000), 15000, new());

        string[] texts = [.. TextsOf(plot)];
        Assert.Equal("The neuron after 15000 iterations", plot.Axes.Title.Label.Text);
        Assert.Empty(((string[])["x₁", "x₂", "x₃", "w₁ = 10.09", "w₂ = −0.207", "w₃ = −4.838", "Σ", "m", "S", "y"]).Except(texts));
        Assert.Contains("m = w₁x₁ + w₂x₂ + w₃x₃      y = S(m) = 1 / (1 + e⁻ᵐ)", texts);
    }

    [Fact]
    public void Before_training_it_has_the_starting_weights()
    {
        using Plot plot = NeuronFigure.Draw(Lessons.Start(), 0, new());

        Assert.Equal("The neuron before training", plot.Axes.Title.Label.Text);
        Assert.Empty(((string[])["w₁ = −0.166", "w₂ = 0.4406", "w₃ = −0.9998"]).Except(TextsOf(plot)));
    }

    [Theory]
    [InlineData]
    [InlineData(4)]
    [InlineData(32, 10)]
    public void The_sign_of_a_weight_is_seen_in_colour_and_dashes_and_its_size_in_width(params int[] hidden)
    {
        NeuralNetwork network = Lessons.Trained(100, hidden);

        using Plot plot = NeuronFigure.Draw(network, 100, new());

        IReadOnlyList<DiagramEdge> edges = NetworkDiagram.Of(network).Edges;
        LinePlot[] lines = [.. plot.GetPlottables<LinePlot>()];
        Assert.Equal(edges.Count, lines.Length);
        double widest = lines[^1].LineWidth;
        double largest = Math.Abs(edges[^1].Weight);
        foreach ((DiagramEdge edge, LinePlot line) in edges.Zip(lines))
        {
            Assert.Equal((edge.From.X, edge.From.Y, edge.To.X, edge.To.Y), (line.Start.X, line.Start.Y, line.End.X, line.End.Y));
            Assert.Equal(edge.Weight < 0 ? FigurePalette.Vermilion : FigurePalette.Blue, line.LineColor);
            Assert.Equal(edge.Weight < 0, line.LinePattern.Intervals.Length > 0);
            Assert.Equal(0.7 + (widest - 0.7) * Math.Abs(edge.Weight) / largest, line.LineWidth, 1e-5);
        }
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(1920, 1080)]
    public void The_edges_run_where_the_axes_say(int width, int height)
    {
        NeuralNetwork network = Lessons.Trained(15000);
        using Plot plot = NeuronFigure.Draw(network, 15000, new());
        using Picture picture = new([plot], width, height);

        DiagramEdge strongest = NetworkDiagram.Of(network).Edges[^1];
        Coordinates quarter = new(0.75 * strongest.From.X + 0.25 * strongest.To.X, 0.75 * strongest.From.Y + 0.25 * strongest.To.Y);
        Assert.True(picture.Shows(FigurePalette.Blue, plot.GetPixel(quarter)));
    }

    private static IEnumerable<string> TextsOf(Plot plot) => plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText);
}
