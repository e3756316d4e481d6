using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;
using ScottPlot;
using ScottPlot.Plottables;

namespace NeuronDemo.Tests.Figures;

public sealed class DescentFigureTests
{
    private static readonly Descent TruthTable = Sample.Descent(15000, 1, 3);

    [Fact]
    public void The_figure_shows_the_path_and_the_first_step()
    {
        Descent descent = TruthTable;

        using Plot plot = DescentFigure.Draw(descent);

        Assert.Equal(descent.Path, plot.GetPlottables<Scatter>().Last().Data.GetScatterPoints());
        Arrow arrow = plot.GetPlottables<Arrow>().Single();
        Assert.Equal(descent.Path[0], arrow.Base);
        Assert.Equal(descent.Path[0].X + 10 * (descent.Path[1].X - descent.Path[0].X), arrow.Tip.X, 1e-12);
        Assert.Equal(descent.Path[0].Y + 10 * (descent.Path[1].Y - descent.Path[0].Y), arrow.Tip.Y, 1e-12);
        Assert.Contains(plot.Legend.ManualItems, item => item.LabelText == "first step, drawn 10 times as long");
        Assert.Equal(("w₁", "w₃"), (plot.Axes.Bottom.Label.Text, plot.Axes.Left.Label.Text));
        Assert.Equal(
            [PlaceAfter(10), PlaceAfter(100), PlaceAfter(1000), descent.Path[^1], descent.Path[0]],
            plot.GetPlottables<Marker>().Select(marker => marker.Location));

        Coordinates PlaceAfter(int iterations) => descent.Path[descent.Iterations.ToList().IndexOf(iterations)];
    }

    [Theory]
    [InlineData("all heights with the final w₂ = −0.207, also under the path")]
    [InlineData("all heights with the final values of the other 14 weights, also under the path", 4)]
    public void The_figure_says_that_its_heights_are_those_of_the_other_weights_at_the_end(string text, params int[] hidden)
    {
        using Plot plot = DescentFigure.Draw(Sample.Descent(15000, 1, 3, hidden));

        Assert.Equal("Loss (MSE) over w₁ and w₃\n" + text, plot.Axes.Title.Label.Text);
    }

    [Fact]
    public void Contour_lines_lie_where_the_loss_has_their_value()
    {
        using Plot plot = DescentFigure.Draw(TruthTable);

        NeuralNetwork network = Sample.Trained(15000);
        ContourLine[] lines = [.. plot.GetPlottables<ContourLines>().Single().Lines];
        Assert.InRange(lines.Select(line => line.Z).Distinct().Count(), 5, 20);
        Assert.All(lines.SelectMany(line => line.Path.Points.Where((_, i) => i % 20 == 0).Select(point => (point, line.Z))), sample =>
        {
            network.Layers[0].Weights[0, 0] = sample.point.X;
            network.Layers[0].Weights[2, 0] = sample.point.Y;
            Assert.Equal(sample.Z, Math.Log10(network.MeanSquaredError(Sample.Inputs, Sample.Targets)), 0.02);
        });
    }

    [Fact]
    public void Contour_labels_tell_the_loss_and_stand_apart()
    {
        using Plot plot = DescentFigure.Draw(TruthTable);

        double[] levels = [.. plot.GetPlottables<ContourLines>().Single().Lines.Select(line => line.Z)];
        (Coordinates Place, string Text)[] labels =
            [.. plot.GetPlottables<ScottPlot.Plottables.Text>().Where(text => text.LabelText is not ("start" or "end" or "10" or "100" or "1000")).Select(text => (text.Location, text.LabelText))];
        Assert.Contains("0.1", labels.Select(label => label.Text));
        Assert.All(labels, label => Assert.Contains(levels, level => Symbols.Number(Math.Pow(10, level), 3) == Symbols.Number(ValueOf(label.Text), 3)));
        Assert.All(labels, label => Assert.All(labels, other => Assert.True(
            label == other || Math.Abs(label.Place.X - other.Place.X) > 1 || Math.Abs(label.Place.Y - other.Place.Y) > 1)));

        static double ValueOf(string text) => text switch
        {
            ['1', '0', '⁻', char power] => Math.Pow(10, -"⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(power, StringComparison.Ordinal)),
            [char digit, '×', '1', '0', '⁻', char power] => (digit - '0') * Math.Pow(10, -"⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(power, StringComparison.Ordinal)),
            _ => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    [Fact]
    public void Iterations_are_numbered_along_the_path_on_the_side_without_the_arrow()
    {
        using Plot plot = DescentFigure.Draw(TruthTable);
        using Picture picture = new([plot], 800, 600);

        ScottPlot.Plottables.Text[] numbers = [.. plot.GetPlottables<ScottPlot.Plottables.Text>().Where(text => text.LabelText is "10" or "100" or "1000")];
        Assert.Equal(["10", "100", "1000"], numbers.Select(number => number.LabelText));
        Assert.Equal("path of gradient descent, ○ iterations", plot.GetPlottables<Scatter>().Last().LegendText);
        Assert.All(numbers, number => Assert.True(number.OffsetY > 0, "The arrow leads up, so the numbers stand below."));
        Assert.All(numbers, number => Assert.True(picture.Shows(Colors.White, plot.GetPixel(number.Location))));
    }

    [Fact]
    public void Numbers_keep_off_the_arrow_where_the_path_comes_back_to_it()
    {
        Descent loop = TruthTable with { Path = [new(0, 0), new(0.1, 0.1), new(0, 4), new(2.6, 2.6), new(4, 0)], Iterations = [0, 1, 10, 100, 500] };

        using Plot plot = DescentFigure.Draw(loop);

        Coordinates tip = plot.GetPlottables<Arrow>().Single().Tip;
        Assert.InRange(tip.X, 2, 2.5);
        ScottPlot.Plottables.Text number = plot.GetPlottables<ScottPlot.Plottables.Text>().Single(text => text.LabelText == "100");
        Assert.True(number.OffsetY < 0, "The arrow ends below the mark, so the number stands above.");
    }

    [Fact]
    public void Numbers_keep_off_the_head_of_the_arrow_that_ends_beside_their_mark()
    {
        Descent turning = TruthTable with { Path = [new(0, 0), new(-0.306, -0.298), new(-1.25, -1.2), new(-1.22, -1.13), new(-1.24, -1.06), new(2, 8)], Iterations = [0, 1, 9, 10, 11, 500] };

        using Plot plot = DescentFigure.Draw(turning);

        Coordinates tip = plot.GetPlottables<Arrow>().Single().Tip;
        Assert.Equal((-1.53, -1.49), (Math.Round(tip.X, 9), Math.Round(tip.Y, 9)));
        ScottPlot.Plottables.Text number = plot.GetPlottables<ScottPlot.Plottables.Text>().Single(text => text.LabelText == "10");
        Assert.NotEqual(Alignment.MiddleRight, number.LabelAlignment);
    }

    [Theory]
    [InlineData]
    [InlineData(4)]
    [InlineData(120, 100)]
    public void The_title_fits_into_a_small_picture(params int[] hidden)
    {
        using Plot plot = DescentFigure.Draw(Sample.Descent(1, 1, 3, hidden));
        using Picture picture = new([plot], 400, 300);

        LabelStyle title = plot.Axes.Title.Label;
        using Paint paint = Paint.NewDisposablePaint();
        float half = title.Text.Split('\n').Max(line => title.Measure(line, paint).Width) * (float)plot.ScaleFactor / 2;
        float middle = plot.GetPixel(new(plot.Axes.GetLimits().HorizontalCenter, 0)).X;
        Assert.InRange(middle, half, picture.Width - half);
    }

    [Fact]
    public void A_path_too_short_for_marks_has_none()
    {
        using Plot plot = DescentFigure.Draw(Sample.Descent(1, 1, 3));

        Assert.Equal(2, plot.GetPlottables<Marker>().Count());
        Assert.Equal("path of gradient descent", plot.GetPlottables<Scatter>().Last().LegendText);
    }

    [Fact]
    public void A_path_that_jumps_to_and_fro_is_drawn_as_points()
    {
        Coordinates[] path = [.. Enumerable.Range(0, 100).Select(i => new Coordinates(i / 10.0, i % 2))];
        Descent jumping = TruthTable with { Path = path, Iterations = [.. Enumerable.Range(0, 100)] };

        using Plot plot = DescentFigure.Draw(jumping);

        Scatter points = plot.GetPlottables<Scatter>().Last();
        Assert.Equal(path, points.Data.GetScatterPoints());
        Assert.Equal(0, points.LineWidth);
        Assert.True(points.MarkerSize > 0);
        Assert.True(plot.GetPlottables<Scatter>().First().LineWidth < 1);
    }

    [Fact]
    public void Before_training_there_is_only_the_start()
    {
        using Plot plot = DescentFigure.Draw(Sample.Descent(0, 1, 3));

        Assert.Empty(plot.GetPlottables<Scatter>());
        Assert.Empty(plot.GetPlottables<Arrow>());
        Assert.Equal(["start"], plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText).Intersect(["start", "end"]));
    }

    [Fact]
    public void Level_ground_is_drawn_without_contour_lines()
    {
        Descent level = TruthTable with { Landscape = TruthTable.Landscape with { Losses = Matrix<double>.Build.Dense(81, 81, 0.25) } };

        using Plot plot = DescentFigure.Draw(level);

        Assert.Empty(plot.GetPlottables<ContourLines>());
        Assert.Contains(plot.GetPlottables<ScottPlot.Plottables.Text>(), text => text.LabelText == "level ground: the loss is 0.25 everywhere");
        Assert.NotEmpty(FigureFile.Render([plot], ImageFormat.Png, 400, 300));
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(800, 600)]
    [InlineData(1920, 1080)]
    public void The_path_runs_where_the_axes_say(int width, int height)
    {
        using Plot plot = DescentFigure.Draw(TruthTable);
        using Picture picture = new([plot], width, height);

        Assert.All(TruthTable.Path.Where((_, i) => i % 60 == 59), point => Assert.True(picture.Shows(FigurePalette.Vermilion, plot.GetPixel(point)), $"{point}"));
    }
}
