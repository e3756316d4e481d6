using NeuronDemo.Figures;
using NeuronDemo.Tests.Lessons;
using ScottPlot;
using ScottPlot.Plottables;

namespace NeuronDemo.Tests.Figures;

public sealed class TrainingFigureTests
{
    [Fact]
    public void The_plots_hold_loss_weights_and_outputs_over_the_iterations()
    {
        TrainingTrace trace = Sample.Trace(15000);

        IReadOnlyList<Plot> plots = TrainingFigure.Draw(trace);

        IReadOnlyList<double>[] expected =
        [
            [.. trace.Losses.Select(Math.Log10)],
            .. trace.Weights.Select(weight => weight.Values),
            .. trace.Outputs.Select(output => output.Values),
        ];
        Coordinates[][] drawn = [.. plots.SelectMany(plot => plot.GetPlottables<Scatter>()).Select(line => line.Data.GetScatterPoints().ToArray())];
        Assert.Equal(expected, drawn.Select(line => line.Select(point => point.Y)));
        Assert.All(drawn, line => Assert.Equal(trace.Iterations.Select(iteration => Math.Log10(1 + iteration)), line.Select(point => point.X)));
    }

    [Fact]
    public void Few_lines_are_named_at_their_ends()
    {
        IReadOnlyList<Plot> plots = TrainingFigure.Draw(Sample.Trace(15000));

        Assert.Equal(["4.28×10⁻⁵"], TextsOf(plots[0]));
        Assert.Equal(["w₁ = 10.09", "w₂ = −0.207", "w₃ = −4.838"], TextsOf(plots[1]));
        Assert.Equal(["row 1 → 0", "row 2 → 1", "row 3 → 1", "row 4 → 0"], TextsOf(plots[2]));
        Assert.Equal("Training, 15000 iterations", plots[0].Axes.Title.Label.Text);
    }

    [Fact]
    public void Many_lines_are_counted() =>
        Assert.Equal(["40 of 426", "weights", "layer 1", "layer 2", "layer 3"], TextsOf(TrainingFigure.Draw(Sample.Trace(5, 32, 10))[1]));

    [Fact]
    public void Of_many_lines_layers_and_targets_differ_in_colour_and_pattern()
    {
        TrainingTrace trace = Sample.Trace(5, 9);
        TrainingTrace manyOutputs = trace with { Outputs = [.. Enumerable.Repeat(trace.Outputs, 3).SelectMany(outputs => outputs)] };

        IReadOnlyList<Plot> plots = TrainingFigure.Draw(manyOutputs);

        Scatter[] weights = [.. plots[1].GetPlottables<Scatter>()];
        Assert.All(weights.Zip(trace.Weights), pair => Assert.Equal(StyleOf(pair.Second.Position.Layer), (pair.First.LineColor, pair.First.LinePattern)));
        Scatter[] outputs = [.. plots[2].GetPlottables<Scatter>()];
        Assert.All(
            outputs.Zip(manyOutputs.Outputs),
            pair => Assert.Equal(StyleOf(pair.Second.Position.Target < 0.5 ? 1 : 0), (pair.First.LineColor, pair.First.LinePattern)));

        static (Color, LinePattern) StyleOf(int k) => (FigurePalette.Line(k), FigurePalette.Pattern(k));
    }

    [Fact]
    public void Labels_stand_apart_and_in_the_order_of_their_lines()
    {
        Plot plot = TrainingFigure.Draw(Sample.Trace(15000))[2];

        double[] lines = [.. plot.GetPlottables<Scatter>().Select(line => line.Data.GetScatterPoints()[^1].Y)];
        double[] labels = [.. plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.Location.Y)];
        double[] sorted = [.. labels.Order()];
        Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.Second - pair.First > 0.2));
        Assert.Equal(Enumerable.Range(0, 4).OrderBy(i => lines[i]), Enumerable.Range(0, 4).OrderBy(i => labels[i]));
        Assert.All(labels, label => Assert.InRange(label, plot.Axes.GetLimits().Bottom, plot.Axes.GetLimits().Top));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void The_axis_shows_every_iteration_and_has_few_ticks(int last)
    {
        TrainingTrace trace = Sample.Trace(0) with { Iterations = [last] };

        Plot plot = TrainingFigure.Draw(trace)[2];

        plot.RenderInMemory();
        Assert.InRange(TrainingFigure.PositionOf(last), plot.Axes.GetLimits().Left, plot.Axes.GetLimits().Right);
        string[] ticks = [.. plot.Axes.Bottom.TickGenerator.Ticks.Where(tick => tick.IsMajor).Select(tick => tick.Label)];
        Assert.Equal("0", ticks[0]);
        Assert.InRange(ticks.Length, 2, 9);
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(800, 600)]
    [InlineData(1920, 1080)]
    public void The_lines_run_where_the_axes_say(int width, int height)
    {
        TrainingTrace trace = Sample.Trace(15000);
        IReadOnlyList<Plot> plots = TrainingFigure.Draw(trace);
        using Picture picture = new(plots, width, height);

        for (int sample = 30; sample < trace.Iterations.Count; sample += 40)
        {
            double x = TrainingFigure.PositionOf(trace.Iterations[sample]);
            Assert.True(picture.Shows(FigurePalette.Ink, plots[0].GetPixel(new(x, Math.Log10(trace.Losses[sample])))), $"loss {sample}");
            Assert.True(picture.Shows(FigurePalette.Blue, plots[1].GetPixel(new(x, trace.Weights[0].Values[sample]))), $"w1 {sample}");
        }

        Assert.Equal(3, plots.Select(plot => plot.GetPixel(new(0, plot.Axes.GetLimits().Top)).Y).Distinct().Count());
        Assert.Single(plots.Select(plot => plot.GetPixel(new(1, 0)).X).Distinct());
    }

    private static IEnumerable<string> TextsOf(Plot plot) => plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText);
}
