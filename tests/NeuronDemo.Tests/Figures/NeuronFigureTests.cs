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
        { 400, 300, [6, 1] },
        { 1920, 1080, [6, 1] },
        { 800, 600, [3, 4, 1] },
        { 400, 300, [3, 4, 1] },
        { 1920, 1080, [3, 4, 1] },
        { 800, 600, [5, 3] },
        { 400, 300, [5, 3] },
        { 1920, 1080, [5, 3] },
        { 800, 600, [4, 4, 1] },
        { 400, 300, [2, 6, 2] },
        { 1920, 1080, [3, 2, 2, 1] },
    };

    [Theory]
    [MemberData(nameof(DiagramsWithValues))]
    public void Each_value_stands_on_its_edge_and_no_other_edge_and_no_other_value_touches_it(int width, int height, int[] sizes)
    {
        NeuralNetwork network = new(1u, sizes);
        DiagramNames names = sizes is [5, 3] ? new() { Inputs = ["sepal length", "width"], Outputs = ["a", "b", "species=versicolor"] } : new();
        using Plot plot = NeuronFigure.Draw(network, 0, names);
        using Picture picture = new([plot], width, height);

        IReadOnlyList<DiagramEdge> edges = NetworkDiagram.Of(network).Edges;
        ScottPlot.Plottables.Text[] values = [.. ValuesOf(plot)];
        Pixel[][] places = [.. values.Select(value => PixelsOf(plot, value))];
        Assert.Equal(edges.Count, values.Length);
        float half = (float)plot.ScaleFactor * values[0].LabelFontSize * DigitHeight / 2;
        for (int i = 0; i < values.Length; i++)
        {
            DiagramEdge[] layer = [.. edges.Where(edge => edge.From.X <= values[i].Location.X && edge.To.X > values[i].Location.X)];
            DiagramEdge own = layer.MinBy(edge => Distance(plot, edge, places[i][2]))!;
            Assert.Equal(0, Distance(plot, own, places[i][2]), 0.1);
            Assert.EndsWith(Symbols.Number(own.Weight, sizes is [< 5, 1] ? 4 : 3), values[i].LabelText, StringComparison.Ordinal);
            Assert.All(layer.Where(edge => edge != own), edge => Assert.All(places[i], place =>
                Assert.True(Distance(plot, edge, place) > half, $"{edge.Weight} runs through {values[i].LabelText}")));
            Assert.All(places[..i], other => Assert.All(other, theirs => Assert.All(places[i], ours =>
                Assert.True(Math.Max(Math.Abs(theirs.X - ours.X), Math.Abs(theirs.Y - ours.Y)) > 1.4 * half, values[i].LabelText))));
        }

        foreach (ScottPlot.Plottables.Text value in values)
        {
            value.LabelText = "";
        }

        using Picture without = new([plot], width, height);
        Assert.All(places, place => Assert.False(picture.Equals(without, new(place[2].X - half, place[2].X + half, place[2].Y + half, place[2].Y - half))));
    }

    [Fact]
    public void Values_that_have_room_in_larger_pictures_only_stand_in_them_and_a_note_in_others()
    {
        DiagramNames names = new() { Inputs = ["sepal length", "width", "petal length"], Outputs = ["species=versicolor"] };
        using Plot plot = NeuronFigure.Draw(new NeuralNetwork(1u, 3, 4, 1), 0, names);
        using Picture small = new([plot], 400, 300);
        using Picture large = new([plot], 800, 600);
        NoRoomNote[] notes = [.. plot.GetPlottables<NoRoomNote>()];
        ScottPlot.Plottables.Text[] values = [.. ValuesOf(plot)];
        Assert.Equal(16, values.Length);
        Assert.Equal("weights in a larger picture", notes[0].LabelText);

        notes[0].LabelText = "";
        using Picture smallWithoutNote = new([plot], 400, 300);
        using Picture largeWithoutNote = new([plot], 800, 600);
        Assert.False(small.Equals(smallWithoutNote, new(0, 400, 300, 0)));
        Assert.True(large.Equals(largeWithoutNote, new(0, 800, 600, 0)));

        // The values of the layer with one neuron have room in any picture.
        values[0].LabelText = "";
        using Picture smallWithoutValue = new([plot], 400, 300);
        using Picture largeWithoutValue = new([plot], 800, 600);
        Assert.True(smallWithoutNote.Equals(smallWithoutValue, new(0, 400, 300, 0)));
        Assert.False(largeWithoutNote.Equals(largeWithoutValue, new(0, 800, 600, 0)));
    }

    [Fact]
    public void One_note_stands_for_all_layers_whose_values_have_no_room()
    {
        DiagramNames names = new() { Inputs = ["sepal length", "sepal width", "petal length"], Outputs = ["species=setosa", "species=versicolor"] };

        using Plot plot = NeuronFigure.Draw(new NeuralNetwork(1u, 4, 3, 3), 0, names);

        Assert.Single(plot.GetPlottables<NoRoomNote>());
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(64, 32, 10)]
    public void Values_that_have_no_room_are_left_out(params int[] sizes)
    {
        using Plot plot = NeuronFigure.Draw(new NeuralNetwork(1u, sizes), 0, new());

        Assert.Empty(ValuesOf(plot));
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
        DiagramNames names = new() { Inputs = ["height of the tree", "الوزن", "x3"], Outputs = ["setosa", "virginica"] };
        using Plot plot = NeuronFigure.Draw(new NeuralNetwork(1u, 3, 2), 0, names);

        string[] texts = [.. TextsOf(plot)];
        Assert.Empty(((string[])["x₁", "height of the…", "x₂", "x₃", "y₁\u00A0\u00A0setosa", "y₂\u00A0\u00A0virginica"]).Except(texts));
        Assert.DoesNotContain("الوزن", texts);
        Assert.DoesNotContain("x3", texts);
    }

    [Fact]
    public void The_title_leaves_out_iterations_that_are_not_known()
    {
        using Plot plot = NeuronFigure.Draw(Sample.Start(), null, new());

        Assert.Equal("The neuron", plot.Axes.Title.Label.Text);
    }

    private static IEnumerable<ScottPlot.Plottables.Text> ValuesOf(Plot plot) =>
        plot.GetPlottables<ScottPlot.Plottables.Text>().Where(text => text.LabelBackgroundColor == Colors.White);

    /// <summary>Five places in a value from its first digit to its last, in the picture drawn last.</summary>
    private static Pixel[] PixelsOf(Plot plot, ScottPlot.Plottables.Text value)
    {
        Pixel middle = plot.GetPixel(value.Location);
        using Paint paint = Paint.NewDisposablePaint();
        double half = plot.ScaleFactor * value.LabelStyle.Measure(value.LabelText, paint).Width / 2;
        (double sin, double cos) = Math.SinCos(value.LabelRotation * Math.PI / 180);
        return [.. Enumerable.Range(-2, 5).Select(k => new Pixel(middle.X + k / 2.0 * half * cos, middle.Y + k / 2.0 * half * sin))];
    }

    private static double Distance(Plot plot, DiagramEdge edge, Pixel place)
    {
        Pixel from = plot.GetPixel(new(edge.From.X, edge.From.Y));
        Pixel to = plot.GetPixel(new(edge.To.X, edge.To.Y));
        double length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        return Math.Abs((place.X - from.X) * (to.Y - from.Y) - (place.Y - from.Y) * (to.X - from.X)) / length;
    }

    private static IEnumerable<string> TextsOf(Plot plot) => plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText);
}
