using NeuronDemo.Figures;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;
using ScottPlot;
using ScottPlot.Plottables;

namespace NeuronDemo.Tests.Figures;

public sealed class NeuronFigureTests
{
    // As part of the font's size.
    private const float DigitHeight = 0.76f;

    [Fact]
    public void The_neuron_is_inputs_weights_sum_S_and_output()
    {
        using Plot plot = NeuronFigure.Draw(Sample.Trained(15000), 15000, new());

        string[] texts = [.. TextsOf(plot)];
        Assert.Equal("The neuron after 15000 iterations", plot.Axes.Title.Label.Text);
        Assert.Empty(((string[])["x₁", "x₂", "x₃", "w₁ = 10.09", "w₂ = −0.207", "w₃ = −4.838", "Σ", "m", "S", "y"]).Except(texts));
        Assert.Contains("m = w₁x₁ + w₂x₂ + w₃x₃\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0y = S(m) = 1 / (1 + e⁻ᵐ)", texts);
    }

    [Fact]
    public void Before_training_it_has_the_starting_weights()
    {
        using Plot plot = NeuronFigure.Draw(Sample.Start(), 0, new());

        Assert.Equal("The neuron before training", plot.Axes.Title.Label.Text);
        Assert.Empty(((string[])["w₁ = −0.166", "w₂ = 0.4406", "w₃ = −0.9998"]).Except(TextsOf(plot)));
    }

    [Theory]
    [InlineData]
    [InlineData(4)]
    [InlineData(32, 10)]
    public void The_sign_of_a_weight_is_seen_in_colour_and_dashes_and_its_size_in_width(params int[] hidden)
    {
        NeuralNetwork network = Sample.Trained(100, hidden);

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
        NeuralNetwork network = Sample.Trained(15000);
        using Plot plot = NeuronFigure.Draw(network, 15000, new());
        using Picture picture = new([plot], width, height);

        DiagramEdge strongest = NetworkDiagram.Of(network).Edges[^1];
        Coordinates quarter = new(0.75 * strongest.From.X + 0.25 * strongest.To.X, 0.75 * strongest.From.Y + 0.25 * strongest.To.Y);
        Assert.True(picture.Shows(FigurePalette.Blue, plot.GetPixel(quarter)));
    }

    public static TheoryData<int, int, int[]> DiagramsWithValues => new()
    {
        { 800, 600, [3, 1] },
        { 800, 600, [3, 4, 1] },
        { 400, 300, [3, 4, 1] },
        { 1920, 1080, [3, 4, 1] },
        { 800, 600, [5, 3] },
        { 400, 300, [5, 3] },
        { 1920, 1080, [3, 2, 2, 1] },
    };

    [Theory]
    [MemberData(nameof(DiagramsWithValues))]
    public void No_edge_and_no_other_value_touches_a_value(int width, int height, int[] sizes)
    {
        NeuralNetwork network = new(1u, sizes);
        using Plot plot = NeuronFigure.Draw(network, 0, new());
        using Picture whole = new([plot], width, height);
        (PixelRect Box, ScottPlot.Plottables.Text Text)[] values = [.. ValuesOf(plot).Select(text => (BoxOf(plot, text), text))];
        plot.Remove<LinePlot>();
        using Picture withoutEdges = new([plot], width, height);

        Assert.Equal(network.Layers.Sum(layer => layer.InputCount * layer.OutputCount), values.Length);
        Assert.All(values, value => Assert.True(withoutEdges.Equals(whole, value.Box), $"an edge touches {value.Text.LabelText}"));
        foreach (ScottPlot.Plottables.Text text in values.Select(value => value.Text))
        {
            text.LabelFontColor = Colors.White;
        }

        using Picture withoutValues = new([plot], width, height);
        Assert.All(values, value => Assert.False(withoutValues.Equals(withoutEdges, value.Box), $"{value.Text.LabelText} is not in its box"));
        for (int i = 0; i < values.Length; i++)
        {
            Assert.All(values[..i], other => Assert.True(StandApart(values[i].Box, other.Box), $"{values[i].Text.LabelText} and {other.Text.LabelText}"));
        }
    }

    [Fact]
    public void The_last_input_is_1_where_it_is_a_bias()
    {
        using Plot plot = NeuronFigure.Draw(Sample.Start(), 0, new() { HasBias = true });

        string[] texts = [.. TextsOf(plot)];
        Assert.Contains("1", texts);
        Assert.Contains("m = w₁x₁ + w₂x₂ + w₃\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0y = S(m) = 1 / (1 + e⁻ᵐ)", texts);
        Assert.DoesNotContain("x₃", texts);
    }

    [Fact]
    public void Names_stand_beside_the_symbols()
    {
        DiagramNames names = new() { Inputs = ["height of the tree", "体重", "x3"], Outputs = ["setosa", "virginica"] };
        using Plot plot = NeuronFigure.Draw(new NeuralNetwork(1u, 3, 2), 0, names);

        string[] texts = [.. TextsOf(plot)];
        Assert.Empty(((string[])["x₁", "height of the…", "x₂", "x₃", "y₁\u00A0\u00A0setosa", "y₂\u00A0\u00A0virginica"]).Except(texts));
        Assert.DoesNotContain("体重", texts);
        Assert.DoesNotContain("x3", texts);
    }

    [Fact]
    public void The_title_leaves_out_iterations_that_are_not_known()
    {
        using Plot plot = NeuronFigure.Draw(Sample.Start(), null, new());

        Assert.Equal("The neuron", plot.Axes.Title.Label.Text);
    }

    private static bool StandApart(PixelRect a, PixelRect b) => a.Right < b.Left || b.Right < a.Left || a.Bottom < b.Top || b.Bottom < a.Top;

    private static IEnumerable<ScottPlot.Plottables.Text> ValuesOf(Plot plot) =>
        plot.GetPlottables<ScottPlot.Plottables.Text>().Where(text => text.LabelBackgroundColor == Colors.White);

    /// <summary>Where the value's digits are in the picture drawn last.</summary>
    private static PixelRect BoxOf(Plot plot, ScottPlot.Plottables.Text value)
    {
        float scale = (float)plot.ScaleFactor;
        Pixel middle = plot.GetPixel(value.Location);
        using Paint paint = Paint.NewDisposablePaint();
        float halfWidth = scale * value.LabelStyle.Measure(value.LabelText, paint).Width / 2;
        float halfHeight = scale * value.LabelFontSize * DigitHeight / 2;
        return new(middle.X - halfWidth, middle.X + halfWidth, middle.Y + halfHeight, middle.Y - halfHeight);
    }

    private static IEnumerable<string> TextsOf(Plot plot) => plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText);
}
