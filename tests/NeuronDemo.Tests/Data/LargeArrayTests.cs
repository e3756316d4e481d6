using NeuronDemo.Data;

namespace NeuronDemo.Tests.Data;

public sealed class LargeArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) + 1)]
    [InlineData(5_000_000)]
    public void An_array_of_any_size_can_be_used_from_end_to_end(int length)
    {
        double[] values = LargeArray.Allocate(length);

        values.AsSpan().Fill(0.5);

        Assert.Equal(length, values.Length);
        Assert.DoesNotContain(values, value => value != 0.5);
    }
}
