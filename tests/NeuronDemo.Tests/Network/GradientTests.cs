using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>The mathematics, checked without another implementation of it.</summary>
public sealed class GradientTests
{
    private const double H = 1e-5;

    // E is known to some units in its 16th digit, and a difference of two of them is divided by 2 h.
    private const double RoundingOfDerivative = 1e-15 / H;

    [Fact]
    public void The_adjustment_is_the_negative_derivative_of_the_error() =>
        Cases.WithLayers(1, 3).Sample(
            given =>
            {
                Matrix<double>[] derivatives = [.. given.Network.Layers.Select(layer => Derivative(given, layer))];
                double errorBefore = given.Error;
                Matrix<double>[] before = [.. given.Network.Layers.Select(layer => layer.Weights.Clone())];

                given.Network.Train(given.Inputs, given.Targets, iterations: 1, stepSize: 1);

                double scale = derivatives.Max(derivative => derivative.Enumerate().Max(Math.Abs));
                double allowed = 1e-6 * scale + RoundingOfDerivative * errorBefore;
                foreach ((int l, Layer layer) in given.Network.Layers.Index())
                {
                    Matrix<double> adjustment = layer.Weights - before[l];
                    Assert.All((adjustment + derivatives[l]).Enumerate(), difference => Assert.InRange(Math.Abs(difference), 0, allowed));
                }
            },
            iter: 200);

    [Fact]
    public void A_small_enough_step_never_raises_the_error() =>
        Cases.WithLayers(1, 3).Sample(
            given =>
            {
                double before = given.Error;

                given.Network.Train(given.Inputs, given.Targets, iterations: 1, stepSize: 0.001);

                Assert.InRange(given.Error, 0, before * (1 + 1e-14));
            },
            iter: 500);

    [Fact]
    public void The_order_of_rows_does_not_matter_beyond_rounding() =>
        Gen.Select(Cases.WithLayers(1, 3), Gen.Int).Sample(
            (given, shuffle) =>
            {
                NeuralNetwork other = given.Network.Clone();
                int[] order = [.. Enumerable.Range(0, given.Inputs.RowCount)];
                new Random(shuffle).Shuffle(order);

                given.Network.Train(given.Inputs, given.Targets, iterations: 20, stepSize: 0.1);
                other.Train(Reordered(given.Inputs, order), Reordered(given.Targets, order), iterations: 20, stepSize: 0.1);

                Assert.All(given.Network.Layers.Zip(other.Layers), pair => Assert.Equal(
                    0, (pair.First.Weights - pair.Second.Weights).FrobeniusNorm(), 1e-12));
            },
            iter: 200);

    // Central differences of E: an error of the order of H^2 remains.
    private static Matrix<double> Derivative(Case given, Layer layer)
    {
        return layer.Weights.MapIndexed((row, column, weight) =>
        {
            layer.Weights[row, column] = weight + H;
            double above = given.Error;
            layer.Weights[row, column] = weight - H;
            double below = given.Error;
            layer.Weights[row, column] = weight;
            return (above - below) / (2 * H);
        });
    }

    private static Matrix<double> Reordered(Matrix<double> rows, int[] order) =>
        Matrix<double>.Build.DenseOfRows(order.Select(rows.Row));
}
