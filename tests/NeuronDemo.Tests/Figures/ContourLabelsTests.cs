using NeuronDemo.Figures;
using ScottPlot;

namespace NeuronDemo.Tests.Figures;

public sealed class ContourLabelsTests
{
    [Theory]
    [InlineData(0.3, 0.7)]
    [InlineData(0.3 - 1e-12, 0.7)]
    [InlineData(0.3, 0.7 + 1e-12)]
    public void What_only_rounding_tells_apart_does_not_move_a_label(double left, double right)
    {
        using Plot plot = new();
        plot.Axes.SetLimits(0, 1, 0, 1);
        ContourLine[] lines = [new(new([new(left, 0.5), new(right, 0.5)], close: false), 1)];

        new ContourLabels(plot.Axes.GetLimits(), [new(0.5, 0.5)]).Add(plot, "1", lines);

        Assert.Equal(0.3, plot.GetPlottables<ScottPlot.Plottables.Text>().Single().Location.X, 9);
    }
}
