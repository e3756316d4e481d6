using NeuronDemo.Commands.Watch;

namespace NeuronDemo.Tests.Commands.Watch;

public sealed class BlocksTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "████")]
    [InlineData(0.5, "██")]
    [InlineData(1 / 32.0, "▏")]
    [InlineData(31 / 32.0, "███▉")]
    [InlineData(7, "████")]
    [InlineData(-1, "")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "████")]
    public void A_bar_to_the_right_is_true_to_an_eighth_of_a_cell(double fraction, string bar) =>
        Assert.Equal(bar, Blocks.Rightward(fraction, 4));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "████")]
    [InlineData(1 / 8.0, "▐")]
    [InlineData(7 / 8.0, "▐███")]
    [InlineData(double.NaN, "")]
    public void A_bar_to_the_left_is_true_to_half_a_cell(double fraction, string bar) =>
        Assert.Equal(bar, Blocks.Leftward(fraction, 4));

    [Fact]
    public void A_column_fills_its_cells_from_below() =>
        Assert.Equal("█▃ ", string.Concat(Enumerable.Range(0, 3).Select(cell => Blocks.Upward(11, cell))));
}
