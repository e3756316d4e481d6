using NeuronDemo.Figures;
using NeuronDemo.Lessons;
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
        Assert.Equal(["40 of 426 weights", "layer 1", "layer 2", "layer 3"], TextsOf(TrainingFigure.Draw(Sample.Trace(5, 32, 10))[1]));

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

    [Fact]
    public void Held_out_rows_have_a_dashed_line_and_a_mark_where_their_loss_was_least()
    {
        TrainingTrace trace = TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None);

        Plot plot = TrainingFigure.Draw(trace)[0];

        Scatter[] lines = [.. plot.GetPlottables<Scatter>()];
        Assert.Equal([LinePattern.Solid, FigurePalette.Pattern(1)], lines.Select(line => line.LinePattern));
        Assert.Equal(trace.HeldOutLosses!.Select(Math.Log10), lines[1].Data.GetScatterPoints().Select(point => point.Y));
        Marker mark = Assert.Single(plot.GetPlottables<Marker>());
        int least = trace.HeldOutLosses!.ToList().IndexOf(trace.HeldOutLosses!.Min());
        Assert.Equal(
            (TrainingFigure.PositionOf(trace.Iterations[least]), Math.Log10(trace.HeldOutLosses![least])), (mark.Location.X, mark.Location.Y));
        Assert.Equal([Symbols.Number(trace.Losses[^1], 3), "held out", $"least: iteration {trace.Iterations[least]}"], TextsOf(plot));
    }

    [Fact]
    public void Steps_found_on_the_way_have_a_plot_with_those_that_were_taken_back()
    {
        TrainingTrace trace = TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None);
        int[] takenBack = [.. Enumerable.Range(1, trace.Iterations.Count - 1).Where(i => trace.StepsTakenBack[i] > trace.StepsTakenBack[i - 1])];
        Assert.NotEmpty(takenBack);

        IReadOnlyList<Plot> plots = TrainingFigure.Draw(trace);

        Assert.Equal(["loss (MSE)", "step size", "weights", "outputs"], plots.Select(plot => plot.Axes.Left.Label.Text));
        Assert.Equal(trace.StepSizes.Select(Math.Log10), Assert.Single(plots[1].GetPlottables<Scatter>()).Data.GetScatterPoints().Select(point => point.Y));
        Assert.Equal(
            takenBack.Select(i => TrainingFigure.PositionOf(trace.Iterations[i])), plots[1].GetPlottables<LinePlot>().Select(line => line.Start.X));
        Assert.Equal([Symbols.Number(trace.StepSizes[^1], 3), $"{trace.StepsTakenBack[^1]} taken back"], TextsOf(plots[1]));
    }

    [Fact]
    public void The_last_step_size_stands_at_the_end_of_its_line_also_among_the_marks_of_steps_taken_back()
    {
        TrainingTrace trace = TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None);
        trace = trace with { StepSizes = [.. trace.StepSizes.SkipLast(1), 1.1e-9] };

        Plot plot = TrainingFigure.Draw(trace)[1];

        double[] labels = [.. plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.Location.Y)];
        Assert.Equal(plot.Axes.GetLimits().Bottom + 0.1 * plot.Axes.GetLimits().VerticalSpan, labels[0], 1e-9);
        Assert.True(labels[1] > labels[0]);
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(800, 600)]
    [InlineData(1920, 1080)]
    public void Four_plots_are_equally_high_and_their_labels_keep_apart(int width, int height)
    {
        IReadOnlyList<Plot> plots = TrainingFigure.Draw(TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None));
        using Picture picture = new(plots, width, height);

        double[] heights = [.. plots.Select(plot => (double)plot.LastRender.DataRect.Height)];
        Assert.InRange(heights.Max() - heights.Min(), 0, 2);
        Assert.All(plots, plot => Assert.All(
            plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => plot.GetPixel(text.Location).Y).Order().ToArray() is var y ? y.Zip(y.Skip(1)) : [],
            pair => Assert.InRange(pair.Second - pair.First, 10, height)));
    }

    [Fact]
    public void Labels_are_whole_and_cover_no_other_in_the_smallest_picture()
    {
        IReadOnlyList<Plot> plots = TrainingFigure.Draw(TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None));
        foreach (Plot plot in plots)
        {
            plot.HideGrid();
            plot.Remove<Scatter>();
        }

        // As high as a label can stand.
        AxisLimits steps = plots[1].Axes.GetLimits();
        ScottPlot.Plottables.Text top = plots[1].GetPlottables<ScottPlot.Plottables.Text>().First();
        top.Location = new(top.Location.X, steps.Top - 0.1 * steps.VerticalSpan);
        top.LabelText = "3.76×10³";

        using Picture picture = new(plots, 400, 300);
        foreach (Plot plot in plots)
        {
            AxisLimits limits = plot.Axes.GetLimits();
            Pixel corner = plot.GetPixel(new(limits.Right, limits.Top));
            ScottPlot.Plottables.Text[] labels = [.. plot.GetPlottables<ScottPlot.Plottables.Text>()];
            int left = (int)labels.Max(label => plot.GetPixel(label.Location).X) + 6;
            Assert.All(
                labels.Select(label => label.LabelFontColor).Distinct(),
                color => Assert.Equal(0, picture.Count(color, left, (int)corner.Y, (int)corner.X, (int)corner.Y + 1)));
            foreach (ScottPlot.Plottables.Text label in labels)
            {
                float y = plot.GetPixel(label.Location).Y;
                string[] others = [.. labels.Select(other => other.LabelText)];
                foreach (ScottPlot.Plottables.Text other in labels.Where(other => other != label))
                {
                    other.LabelText = "";
                }

                using Picture alone = new(plots, 400, 300);
                Assert.True(picture.Equals(alone, new(left, corner.X, y + 5, y - 5)), label.LabelText);
                foreach ((ScottPlot.Plottables.Text other, string text) in labels.Zip(others))
                {
                    other.LabelText = text;
                }
            }
        }
    }

    [Fact]
    public void Rows_have_the_numbers_of_the_file()
    {
        Lesson lesson = Sample.Lesson(10);
        lesson = lesson with { Data = lesson.Data with { RowNumbers = [1, 4, 5, 30] } };

        Assert.Equal(
            ["row 2 → 0", "row 5 → 1", "row 6 → 1", "row 31 → 0"],
            TextsOf(TrainingFigure.Draw(TrainingTrace.Record(lesson, progress: null, CancellationToken.None))[2]));
    }

    private static IEnumerable<string> TextsOf(Plot plot) => plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText);
}
