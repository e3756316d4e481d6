using NeuronDemo.Figures;
using NeuronDemo.Network;
using ScottPlot;

namespace NeuronDemo.Tests.Figures;

public sealed class SymbolsTests
{
    [Theory]
    [InlineData(10.087408960563154, 4, "10.09")]
    [InlineData(-0.2069536618062992, 4, "−0.207")]
    [InlineData(4.28e-5, 3, "4.28×10⁻⁵")]
    [InlineData(-1.5e12, 3, "−1.5×10¹²")]
    [InlineData(0, 3, "0")]
    public void Numbers_read_as_in_a_formula(double number, int digits, string text) => Assert.Equal(text, Symbols.Number(number, digits));

    [Theory]
    [InlineData(1, 0, "1")]
    [InlineData(2, -3, "0.002")]
    [InlineData(5, 4, "50000")]
    [InlineData(1, -12, "10⁻¹²")]
    [InlineData(5, -7, "5×10⁻⁷")]
    public void Powers_read_as_in_a_formula(int digit, int exponent, string text) => Assert.Equal(text, Symbols.Power(digit, exponent));

    [Theory]
    [InlineData(0.9999, "0.5")]
    [InlineData(7, "5")]
    [InlineData(2, "2")]
    [InlineData(1999, "1000")]
    public void Round_numbers_stay_below_the_limit(double limit, string text) => Assert.Equal(text, RoundNumber.AtMost(limit).ToString());

    [Fact]
    public void Weights_are_numbered_layer_by_layer_and_row_by_row()
    {
        NeuralNetwork network = new(7u, 3, 4, 2);

        double[] values = [.. Enumerable.Range(1, network.WeightCount).Select(number => WeightPosition.Find(network, number).In(network))];

        Assert.Equal(network.Layers.SelectMany(layer => layer.Weights.ToRowMajorArray()), values);
        Assert.Equal("w₂₀", Symbols.Weight(WeightPosition.Find(network, 20)));
    }

    [Theory]
    [InlineData(1, 15000, "1 10 100 1000 10000")]
    [InlineData(1, 60, "1 2 5 10 20 50")]
    [InlineData(0.01, 1, "0.01 0.1 1")]
    [InlineData(1e-6, 1, "10⁻⁶ 10⁻⁴ 0.01 1")]
    public void A_logarithmic_axis_is_labelled_as_far_as_there_is_room(double least, double greatest, string labels)
    {
        Tick[] ticks = [.. FigureTicks.Logarithmic(least, greatest, 6, Math.Log10).Where(tick => tick.IsMajor)];

        Assert.Equal(labels, string.Join(' ', ticks.Select(tick => tick.Label)));
    }
}
