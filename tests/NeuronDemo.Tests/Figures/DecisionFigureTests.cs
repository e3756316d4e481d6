using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Data;
using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.Plottables;

namespace NeuronDemo.Tests.Figures;

public sealed class DecisionFigureTests
{
    [Fact]
    public void The_border_is_the_line_where_the_neuron_says_one_half()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.TruthTable, Language.English);

        Matrix<double> w = Decisions.TruthTable.Outcome.Network.Layers[0].Weights;
        Coordinates[] border = Border(plot);
        Assert.NotEmpty(border);
        Assert.All(border, point => Assert.Equal(0, w[0, 0] * point.X + w[1, 0] * point.Y + w[2, 0], 1e-9));
    }

    [Fact]
    public void With_hidden_neurons_the_border_bends_and_the_answer_still_is_one_half_there()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.Xor, Language.English);

        Assert.All(Border(plot), point => Assert.Equal(0.5, AnswersAt(Decisions.Xor, point)[0], 0.01));
    }

    [Fact]
    public void Between_classes_the_two_largest_outputs_are_equal()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.Iris, Language.English);

        Assert.All(Border(plot), point =>
        {
            double[] largest = [.. AnswersAt(Decisions.Iris, point).OrderDescending()];
            Assert.Equal(largest[0], largest[1], 0.01);
        });
    }

    [Fact]
    public void A_network_that_takes_no_side_has_no_border_and_the_legend_says_so()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.XorAlone, Language.English);

        Assert.Empty(Border(plot));
        Assert.Equal(["target 0", "target 1", "ringed: wrong", "the answer is 1/2 everywhere"], Legend(plot));
    }

    [Fact]
    public void Marks_are_hollow_where_rows_are_held_out_and_ringed_where_they_are_wrong()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.Iris, Language.English);

        DataMark[] marks = [.. plot.GetPlottables<Marker>().Select(marker => (DataMark)marker.MarkerStyle.CustomRenderer!)];
        Assert.Equal(150, marks.Length);
        Assert.Equal(30, marks.Count(mark => mark.IsHollow));
        Assert.Equal(Decisions.Iris.Rows.Count(row => row.IsWrong), marks.Count(mark => mark.IsRinged));
        Assert.Equal(marks.OrderBy(mark => mark.IsRinged), marks);
        Assert.Equal([50, 50, 50], marks.CountBy(mark => mark.Kind).Select(kind => kind.Value));
        Assert.Equal(["setosa", "versicolor", "virginica", "ringed: wrong", "hollow: held out", "line: the border"], Legend(plot));
    }

    [Theory]
    [InlineData(0, 400, 300)]
    [InlineData(1, 800, 600)]
    [InlineData(2, 1920, 1080)]
    public void The_hole_of_a_held_out_row_is_white_on_the_colour_of_its_class(int kind, int width, int height)
    {
        Color color = FigurePalette.Line(kind);
        using Plot plot = FigureFont.NewPlot();
        plot.DataBackground.Color = color;
        plot.HideGrid();
        plot.Axes.SetLimits(0, 3, 0, 2);
        foreach (int x in (int[])[1, 2])
        {
            plot.Add.Marker(x, 1).MarkerStyle = new DataMark(kind, IsHollow: x == 1, IsRinged: false).Style(color, 8.5f);
        }

        using Picture picture = new([plot], width, height);
        Assert.True(picture.Shows(Colors.White, plot.GetPixel(new(1, 1))));
        Assert.False(picture.Shows(Colors.White, plot.GetPixel(new(2, 1))));
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(800, 600)]
    [InlineData(1920, 1080)]
    public void Colours_say_what_the_answer_is(int width, int height)
    {
        using Plot plot = DecisionFigure.Draw(Decisions.TruthTable, Language.English);
        using Picture picture = new([plot], width, height);

        Assert.True(picture.Shows(FigurePalette.Vermilion, plot.GetPixel(new(-0.1, 0.5))));
        Assert.True(picture.Shows(FigurePalette.Blue, plot.GetPixel(new(1.1, 0.5))));
        Assert.All(Border(plot).Where((_, i) => i % 20 == 5), point => Assert.True(picture.Shows(FigurePalette.Ink, plot.GetPixel(point)), $"{point}"));
    }

    [Fact]
    public void Of_several_answers_each_has_a_colour_that_is_paler_where_the_next_comes_near()
    {
        DecisionPalette palette = new(outputs: 3);

        Assert.Equal(FigurePalette.Line(1), palette.OfKind(1));
        Assert.Equal(2, (int)(3 * palette.PlaceOf([0, 0.2, 0.9])));
        Assert.True(palette.PlaceOf([0.1, 0.9, 0.1]) > palette.PlaceOf([0.1, 0.9, 0.5]));
        Assert.True(Whiteness(palette.GetColor(palette.PlaceOf([0.1, 0.9, 0.5]))) > Whiteness(palette.GetColor(palette.PlaceOf([0.1, 0.9, 0.1]))));
        Assert.InRange(palette.PlaceOf([1, 0, 0]), 0.3, 1.0 / 3);
        Assert.InRange(palette.PlaceOf([0, 0, 1]), 0.9, 1);

        static int Whiteness(Color color) => color.R + color.G + color.B;
    }

    [Fact]
    public void The_title_says_where_the_other_inputs_rest()
    {
        Assert.Equal("What the network answers\nothers at their means: x₃ = 1", TitleOf(Decisions.TruthTable));
        Assert.Equal("What the network answers: y", TitleOf(Decisions.Xor));
        Assert.Matches(@"^What the network answers: species\nothers at their means: sepal length = 5\.\d+, sepal width = 3\.\d+$", TitleOf(Decisions.Iris));
        Assert.EndsWith(" and 6 more", TitleOf(Decisions.Cars), StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_have_the_names_and_units_of_the_file()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.Of(Decisions.Cars.Outcome.Lesson, inputs: (3, 8)), Language.English);

        Assert.Equal(("weight", "origin=usa"), (plot.Axes.Bottom.Label.Text, plot.Axes.Left.Label.Text));
        Assert.Equal(1613 - 0.2 * (5140 - 1613), plot.Axes.GetLimits().Left, 1e-6);
        Assert.Equal((-0.2, 1.2), (Math.Round(plot.Axes.GetLimits().Bottom, 9), Math.Round(plot.Axes.GetLimits().Top, 9)));
    }

    [Fact]
    public void A_target_that_is_a_number_has_a_scale_in_its_own_unit()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.Cars, Language.English);
        using Plot classes = DecisionFigure.Draw(Decisions.Iris, Language.English);

        using Picture picture = new([plot], 400, 300);
        ColorBar scale = Assert.Single(plot.Axes.GetPanels().OfType<ColorBar>());
        Assert.Equal(["9", "18.4", "27.8", "37.2", "46.6"], scale.Axis.TickGenerator.Ticks.Select(tick => tick.Label));
        Assert.Contains("line: the border, 27.8", Legend(plot));
        Assert.Contains("target nearer to 46.6", Legend(plot));
        Assert.Empty(classes.Axes.GetPanels().OfType<ColorBar>());
    }

    [Fact]
    public void What_is_not_on_the_picture_is_counted()
    {
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i % 7},{i % 11},{i % 2}\n")) + "1000000,5,1\n";
        Decision decision = Decisions.Of(new Lesson { Data = CsvFiles.ReadTrainingSet(rows), Iterations = 1 });

        Assert.EndsWith("\n2000 of 3001 rows are drawn, 1 point lies outside", TitleOf(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void A_strip_of_small_maps_stands_below_where_there_are_hidden_neurons()
    {
        using Plot with = DecisionFigure.Draw(Decisions.Xor, Language.English);
        using Plot without = DecisionFigure.Draw(Decisions.TruthTable, Language.English);

        Assert.Single(with.Axes.GetPanels().OfType<PlotPanel>());
        Assert.Empty(without.Axes.GetPanels().OfType<PlotPanel>());
    }

    [Fact]
    public void A_small_map_has_the_colours_of_its_neuron()
    {
        // One hidden neuron that says whether x1 is beyond one half: left of the middle of its map it is 0, right of it 1.
        NeuralNetwork network = new(new Layer(Golden.Matrix([[40], [0], [-20]])), new Layer(Golden.Matrix([[1]])));
        Decision decision = Decisions.TruthTable;
        DecisionMap map = DecisionMap.Compute(network, decision.Inputs, decision.Axes, (0, 0, 1), 61, CancellationToken.None);
        using Plot plot = FigureFont.NewPlot();
        plot.Axes.SetLimits(0, 1, 0, 1);
        DecisionDrawing.Add(plot, new(0, 1, 0, 1), map.Answers, lineWidth: 1);
        using Picture picture = new([plot], 400, 300);

        Assert.True(picture.Shows(FigurePalette.Vermilion, plot.GetPixel(new(0.2, 0.5))));
        Assert.True(picture.Shows(FigurePalette.Blue, plot.GetPixel(new(0.8, 0.5))));
        Assert.All(Border(plot), point => Assert.Equal(0.5, point.X, 1e-9));
    }

    [Fact]
    public void All_words_are_there_in_Chinese()
    {
        using Plot plot = DecisionFigure.Draw(Decisions.Iris, Language.Chinese);

        Assert.Equal(["setosa", "versicolor", "virginica", "带圈：答错", "空心：留出行", "线：分界"], Legend(plot));
        Assert.StartsWith("网络的回答：species\n其余取平均值：sepal length = ", plot.Axes.Title.Label.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_classes_the_legend_names_those_that_have_room_and_counts_the_others()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{i % 7},class {i % 30}\n"));
        using Plot plot = DecisionFigure.Draw(
            Decisions.Of(new Lesson { Data = CsvFiles.ReadTrainingSet(rows, new DataChoice()), Iterations = 1 }), Language.English);

        string[] legend = [.. Legend(plot)];
        Assert.Equal(["class 0", "class 1", "class 10", "class 11", "class 12", "class 13", "class 14", "and 23 more", "ringed: wrong", "line: the border"], legend);
    }

    private static string TitleOf(Decision decision)
    {
        using Plot plot = DecisionFigure.Draw(decision, Language.English);
        return plot.Axes.Title.Label.Text;
    }

    private static IEnumerable<string> Legend(Plot plot) => plot.Legend.ManualItems.Select(item => item.LabelText);

    private static Coordinates[] Border(Plot plot) =>
        [.. plot.GetPlottables<ContourLines>().Single().Lines.SelectMany(line => line.Path.Points)];

    private static double[] AnswersAt(Decision decision, Coordinates point)
    {
        (InputAxis across, InputAxis up) = (decision.Inputs[decision.Axes.First], decision.Inputs[decision.Axes.Second]);
        return decision.Outcome.Network.Think(Matrix<double>.Build.Dense(1, decision.Inputs.Count, (_, i) =>
            i == decision.Axes.First ? (point.X - across.Mean) / across.Deviation
            : i == decision.Axes.Second ? (point.Y - up.Mean) / up.Deviation
            : decision.Inputs[i].Rest)).Row(0).ToArray();
    }
}
