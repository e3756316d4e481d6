using NeuronDemo.Text;

namespace NeuronDemo.Tests.Text;

public sealed class AmountTests
{
    [Theory]
    [InlineData(0.123456, "0.1235")]
    [InlineData(2.5, "2.5")]
    [InlineData(9999.4, "9999")]
    [InlineData(9999.7, "10000")]
    [InlineData(-204567.8, "-204568")]
    [InlineData(0.00000123, "1.23E-06")]
    [InlineData(1.23456e15, "1.235E+15")]
    [InlineData(double.NaN, "NaN")]
    public void Large_amounts_have_all_digits_before_the_point(double number, string text) => Assert.Equal(text, Amount.Of(number, 4));
}
