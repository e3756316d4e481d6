using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
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
    public void Permutations_are_those_of_NumPy()
    {
        JsonElement golden = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "permutation.json"))).RootElement.GetProperty("permutations");
        Assert.NotEmpty(golden.EnumerateArray());
        foreach (JsonElement expected in golden.EnumerateArray())
        {
            NumpyRandom random = new(expected.GetProperty("seed").GetUInt32());

            int[] numbers = random.Permutation(expected.GetProperty("n").GetInt32());

            Assert.Equal(expected.GetProperty("first").EnumerateArray().Select(number => number.GetInt32()), numbers.Take(20));
            Assert.Equal(
                expected.GetProperty("sha256").GetString(),
                Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<int>(numbers))));
            Assert.Equal(expected.GetProperty("next").GetDouble(), random.NextDouble());
        }

        Assert.Throws<ArgumentOutOfRangeException>("n", () => new NumpyRandom(1).Permutation(-1));
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
