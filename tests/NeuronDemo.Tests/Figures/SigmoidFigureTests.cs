using NeuronDemo.Figures;
using NeuronDemo.Network;
using ScottPlot;
using ScottPlot.Plottables;

namespace NeuronDemo.Tests.Figures;

public sealed class SigmoidFigureTests
{
    private const int Points = 2001;

    [Fact]
    public void The_curve_holds_every_point_asked_for()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.01, Points, derivative: false);

        Coordinates[] curve = [.. plot.GetPlottables<Scatter>().Single().Data.GetScatterPoints()];

        Assert.Equal(Enumerable.Range(0, Points).Select(i => -10 + i * 0.01), curve.Select(point => point.X));
        Assert.Equal(curve.Select(point => NeuralNetwork.Sigmoid(point.X)), curve.Select(point => point.Y));
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(480, 360)]
    [InlineData(1920, 1080)]
    public void The_frame_and_the_grid_are_seen_at_any_size(int width, int height)
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.1, 201, derivative: false);
        using Picture picture = new([plot], width, height);

        Assert.All([-10, 10], x => Assert.True(picture.Shows(Colors.Black, plot.GetPixel(new(x, 0.6))), $"no frame at {x}"));
        foreach (double y in (ReadOnlySpan<double>)[0.25, 0.5, 0.75])
        {
            (Pixel line, Pixel beside) = (plot.GetPixel(new(-3, y)), plot.GetPixel(new(-3, y + 0.1)));
            Assert.True(picture.Darkest(line) < picture.Darkest(beside), $"no grid line at {y}");
        }
    }

    [Theory]
    [InlineData(-10, 10)]
    [InlineData(-0.001, 0.001)]
    [InlineData(3, 1_000_000)]
    public void The_labels_of_the_axis_stay_apart_in_the_smallest_picture(double from, double to)
    {
        using Plot plot = SigmoidFigure.Draw(from, (to - from) / 100, 101, derivative: false);
        using Picture picture = new([plot], 400, 300);

        using Paint paint = Paint.NewDisposablePaint();
        Tick[] ticks = [.. plot.Axes.Bottom.TickGenerator.Ticks.Where(tick => tick.IsMajor)];
        Assert.InRange(ticks.Length, 3, 12);
        double[] halves = [.. ticks.Select(tick => plot.ScaleFactor * plot.Axes.Bottom.TickLabelStyle.Measure(tick.Label, paint).Width / 2)];
        float[] places = [.. ticks.Select(tick => plot.GetPixel(new(tick.Position, 0)).X)];
        Assert.All(Enumerable.Range(1, ticks.Length - 1), i => Assert.True(places[i] - places[i - 1] > halves[i] + halves[i - 1] + 3, ticks[i].Label));
    }

    [Fact]
    public void Many_points_are_thinned_and_both_ends_stay()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.00001, 2_000_001, derivative: false);

        Coordinates[] curve = [.. plot.GetPlottables<Scatter>().Single().Data.GetScatterPoints()];

        Assert.InRange(curve.Length, 10_000, 20_001);
        Assert.Equal((-10, 10), (curve[0].X, Math.Round(curve[^1].X, 9)));
    }

    [Fact]
    public void The_derivative_is_drawn_with_its_peak_of_one_quarter()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.01, Points, derivative: true);

        Coordinates peak = plot.GetPlottables<Scatter>().Last().Data.GetScatterPoints().MaxBy(point => point.Y);

        Assert.Equal(0, peak.X, 1e-9);
        Assert.Equal(0.25, peak.Y, 1e-9);
        Assert.Contains("S′(0) = 1/4", TextsOf(plot));
    }

    [Fact]
    public void What_there_is_to_see_is_named()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.01, Points, derivative: false);

        Assert.Equal(["nearly 0", "nearly 1", "S(0) = 1/2"], TextsOf(plot));
        Assert.Equal(("x", "S(x)"), (plot.Axes.Bottom.Label.Text, plot.Axes.Left.Label.Text));
        Assert.Equal([(-10, -5), (5, 10)], plot.GetPlottables<HorizontalSpan>().Select(span => (span.X1, span.X2)));
    }

    [Fact]
    public void Only_what_lies_in_the_range_is_named()
    {
        using Plot plot = SigmoidFigure.Draw(1, 0.01, 201, derivative: true);

        Assert.Empty(TextsOf(plot));
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(800, 600)]
    [InlineData(1920, 1080)]
    public void The_curve_runs_where_the_axes_say(int width, int height)
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.01, Points, derivative: true);
        using Picture picture = new([plot], width, height);

        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.All((double[])[-1, 1, 2, 4, 9], x =>
        {
            Assert.True(picture.Shows(FigurePalette.Blue, plot.GetPixel(new(x, 1 / (1 + Math.Exp(-x))))), $"S({x})");
            Assert.True(picture.Shows(FigurePalette.Vermilion, plot.GetPixel(new(x, Math.Exp(-x) / Math.Pow(1 + Math.Exp(-x), 2)))), $"S'({x})");
        });
    }

    // Text needs a font, and machines may have none: the title's strip of the picture must hold ink.
    [Fact]
    public void The_title_is_there()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.01, Points, derivative: false);
        using Picture picture = new([plot], 800, 600);

        Assert.InRange(picture.Count(Colors.Black, 300, 2, 560, 36), 40, 2000);
    }

    private static IEnumerable<string> TextsOf(Plot plot) => plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText);
}
