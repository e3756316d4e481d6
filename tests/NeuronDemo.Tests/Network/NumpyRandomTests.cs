using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

public sealed class NumpyRandomTests
{
    public static TheoryData<uint> Seeds => [.. Golden.Numbers.Random.Select(entry => entry.Seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Numbers_are_those_of_NumPy_bit_for_bit(uint seed)
    {
        Golden.RandomNumbers expected = Golden.Numbers.Random.Single(entry => entry.Seed == seed);
        NumpyRandom random = new(seed);

        double[] numbers = [.. Enumerable.Range(0, expected.Indices.Max() + 1).Select(_ => random.NextDouble())];

        Assert.Equal(expected.Values, expected.Indices.Select(index => numbers[index]));
    }

    [Fact]
    public void Weights_are_drawn_row_by_row_from_minus_one_to_one()
    {
        NumpyRandom numbers = new(7);
        double[] drawn = [.. Enumerable.Range(0, 6).Select(_ => 2 * numbers.NextDouble() - 1)];

        double[] weights = new NumpyRandom(7).NextWeights(2, 3).ToRowMajorArray();

        Assert.Equal(drawn, weights);
        Assert.All(weights, weight => Assert.InRange(weight, -1, 1));
    }
}
