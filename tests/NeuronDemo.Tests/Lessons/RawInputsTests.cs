using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Models;

namespace NeuronDemo.Tests.Lessons;

public sealed class RawInputsTests
{
    private static readonly Gen<(Matrix<double> Inputs, Matrix<double> Weights)> Cases =
        from inputs in Gen.Int[1, 6]
        from outputs in Gen.Int[1, 3]
        from x in Networks.Matrices(20, inputs)
        from w in Networks.Matrices(inputs + 1, outputs)
        select (x, w);

    [Fact]
    public void Folded_layers_answer_to_raw_inputs_what_trained_ones_answer_to_prepared_inputs() =>
        Gen.Select(Cases, Gen.Bool, Gen.Bool).Sample((given, standardized, hasBias) =>
        {
            (Matrix<double> x, Matrix<double> w) = given;
            Vector<double> means = x.ColumnSums() / x.RowCount;
            Vector<double> deviations = Vector<double>.Build.DenseOfEnumerable(
                x.EnumerateColumns().Select((column, i) => (column - means[i]).L2Norm() / Math.Sqrt(x.RowCount)));
            Matrix<double> prepared = standardized ? x.MapIndexed((_, i, value) => (value - means[i]) / deviations[i]) : x;
            prepared = hasBias ? prepared.InsertColumn(x.ColumnCount, Vector<double>.Build.Dense(x.RowCount, 1)) : prepared;
            Layer trained = new(hasBias ? w : w.RemoveRow(x.ColumnCount));

            Layer folded = RawInputs.Fold(trained, standardized ? new([.. means], [.. deviations]) : null, hasBias);

            Matrix<double> difference = new NeuralNetwork(folded).Think(x) - new NeuralNetwork(trained).Think(prepared);
            Assert.InRange(difference.Enumerate().Max(Math.Abs), 0, standardized ? 1e-12 : 0);
        });

    [Fact]
    public void An_input_that_was_constant_gets_the_weight_0()
    {
        Layer trained = new(Matrix<double>.Build.DenseOfRowArrays([5], [3]));

        Layer folded = RawInputs.Fold(trained, new(Means: [7, 10], Deviations: [0, 2]), hasBias: false);

        Assert.Equal([0, 1.5], folded.Weights.Column(0));
        Assert.Equal([-15], folded.Bias!);
    }

    [Fact]
    public void A_layer_of_raw_inputs_stays_as_it_is()
    {
        Layer trained = new(Matrix<double>.Build.Dense(3, 1, 0.5));

        Assert.Same(trained, RawInputs.Fold(trained, scaling: null, hasBias: false));
    }
}
