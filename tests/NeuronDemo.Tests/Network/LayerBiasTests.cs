using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;
using NeuronDemo.Tests.Models;

namespace NeuronDemo.Tests.Network;

public sealed class LayerBiasTests
{
    [Fact]
    public void A_bias_gives_the_bits_that_the_weight_of_a_last_input_1_gives() =>
        (from inputs in Gen.Int[1, 10]
         from outputs in Gen.Int[1, 3]
         from rows in Gen.Int[1, 300]
         from w in Networks.Matrices(inputs + 1, outputs)
         from x in Networks.Matrices(rows, inputs)
         select (w, x)).Sample((w, x) =>
        {
            NeuralNetwork biased = new(new Layer(w.RemoveRow(x.ColumnCount), w.Row(x.ColumnCount)));

            Matrix<double> outputs = biased.Think(x);

            Matrix<double> withOnes = x.InsertColumn(x.ColumnCount, Vector<double>.Build.Dense(x.RowCount, 1));
            Assert.Equal(new NeuralNetwork(new Layer(w)).Think(withOnes), outputs);
        });

    [Fact]
    public void A_bias_is_copied()
    {
        Vector<double> bias = Vector<double>.Build.Dense(1, 2);
        Layer layer = new(Matrix<double>.Build.Dense(1, 1), bias);

        bias[0] = 3;

        Assert.Equal(2, layer.Bias![0]);
    }

    [Fact]
    public void A_bias_for_another_number_of_neurons_is_refused() =>
        Assert.Contains(
            "The layer has 1 outputs, not 2.",
            Assert.Throws<ArgumentException>("bias", () => new Layer(Matrix<double>.Build.Dense(2, 1), Vector<double>.Build.Dense(2))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_network_with_a_bias_can_not_be_trained()
    {
        Matrix<double> one = Matrix<double>.Build.Dense(1, 1, 1);
        NeuralNetwork network = new(new Layer(one), new Layer(one, Vector<double>.Build.Dense(1)));

        Assert.Contains(
            "give it a constant 1 as an input",
            Assert.Throws<InvalidOperationException>(() => network.Train(one, one, iterations: 1)).Message,
            StringComparison.Ordinal);
    }
}
