using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

public sealed class SigmoidTests
{
    private static readonly Gen<double> Sums = Gen.Double[-800, 800];

    [Fact]
    public void Sigmoid_is_NumPys_within_one_unit_in_the_last_place() =>
        Assert.All(Golden.Numbers.Sigmoid, expected => AssertWithinOneUnit(expected.Y, NeuralNetwork.Sigmoid(expected.X)));

    [Fact]
    public void A_neuron_with_weight_one_thinks_the_sigmoid()
    {
        NeuralNetwork identity = new(new Layer(Matrix<double>.Build.Dense(1, 1, 1)));
        Matrix<double> sums = Matrix<double>.Build.DenseOfColumnArrays([.. Golden.Numbers.Sigmoid.Select(value => value.X)]);

        Matrix<double> outputs = identity.Think(sums);

        Assert.All(Golden.Numbers.Sigmoid.Index(), expected => AssertWithinOneUnit(expected.Item.Y, outputs[expected.Index, 0]));
    }

    [Fact]
    public void A_row_answers_the_same_to_the_last_bit_whatever_its_neighbours_hold() =>
        Gen.Select(Gen.Int[1, 3], Gen.OneOf(Sums, Gen.Double[-1e300, 1e300]).Array[1, 20]).Sample((neurons, sums) =>
        {
            NeuralNetwork identities = new(new Layer(Matrix<double>.Build.Dense(1, neurons, 1)));

            Matrix<double> together = identities.Think(Matrix<double>.Build.DenseOfColumnArrays(sums));

            Assert.All(sums.Index(), sum => Assert.Equal(
                identities.Think(Matrix<double>.Build.Dense(1, 1, sum.Item)).Row(0), together.Row(sum.Index)));
        });

    [Fact]
    public void Sigmoid_stays_between_0_and_1_and_rises() =>
        Gen.Select(Sums, Sums).Sample((a, b) =>
        {
            double lower = NeuralNetwork.Sigmoid(Math.Min(a, b));
            double higher = NeuralNetwork.Sigmoid(Math.Max(a, b));

            Assert.InRange(lower, 0, higher);
            Assert.InRange(higher, lower, 1);
        });

    [Fact]
    public void Sigmoid_is_symmetric_about_one_half() =>
        Sums.Sample(x => Assert.Equal(1, NeuralNetwork.Sigmoid(x) + NeuralNetwork.Sigmoid(-x), 1e-15));

    [Fact]
    public void The_derivative_is_the_slope_of_the_sigmoid_where_its_value_is_y() =>
        Gen.Double[-10, 10].Sample(x =>
        {
            const double h = 1e-5;
            double slope = (NeuralNetwork.Sigmoid(x + h) - NeuralNetwork.Sigmoid(x - h)) / (2 * h);

            Assert.Equal(slope, NeuralNetwork.SigmoidDerivative(NeuralNetwork.Sigmoid(x)), 1e-9);
        });

    [Fact]
    public void The_derivative_peaks_at_one_quarter() =>
        Assert.Equal(0.25, NeuralNetwork.SigmoidDerivative(NeuralNetwork.Sigmoid(0)));

    private static void AssertWithinOneUnit(double expected, double actual) =>
        Assert.InRange(actual, Math.BitDecrement(expected), Math.BitIncrement(expected));
}
