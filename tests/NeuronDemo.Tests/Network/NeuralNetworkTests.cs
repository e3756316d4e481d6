using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

public sealed class NeuralNetworkTests
{
    private static readonly Matrix<double> Inputs = Golden.Matrix([[0, 0, 1], [1, 1, 1]]);
    private static readonly Matrix<double> Targets = Golden.Matrix([[0], [1]]);

    [Fact]
    public void Layers_have_to_fit_their_neighbours() =>
        Assert.Contains(
            "Layer 2 has 4 inputs, layer 1 2 outputs.",
            Assert.Throws<ArgumentException>(() => new NeuralNetwork(LayerOf(3, 2), LayerOf(4, 1))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_network_has_at_least_one_layer()
    {
        Assert.ThrowsAny<ArgumentException>(() => new NeuralNetwork());
        Assert.ThrowsAny<ArgumentException>(() => new NeuralNetwork(1u, 3));
        Assert.ThrowsAny<ArgumentException>(() => new NeuralNetwork(1u, []));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Throws<ArgumentNullException>("weights", () => new Layer(null!));
        Assert.Throws<ArgumentNullException>("layers", () => new NeuralNetwork(null!));
        Assert.Throws<ArgumentNullException>("sizes", () => new NeuralNetwork(1u, null!));
        Assert.Throws<ArgumentNullException>("inputs", () => new NeuralNetwork(1u, 3, 1).Think(null!));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        NeuralNetwork network = new(1u, 3, 1);

        Assert.StartsWith(
            "The network needs 3 columns, not 1.",
            Assert.Throws<ArgumentException>("inputs", () => network.Think(Targets)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("inputs", () => network.Train(Targets, Targets, 1));
        Assert.Throws<ArgumentException>("targets", () => network.Train(Inputs, Inputs, 1));
        Assert.StartsWith(
            "There are 2 rows of inputs, 1 of targets.",
            Assert.Throws<ArgumentException>("targets", () => network.Train(Inputs, Targets.SubMatrix(0, 1, 0, 1), 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("targets", () => network.MeanSquaredError(Inputs, Inputs));
    }

    [Fact]
    public void The_mean_squared_error_is_that_of_all_rows_and_outputs() =>
        Cases.WithLayers(1, 2).Sample(given =>
        {
            double mean = (given.Targets - given.Network.Think(given.Inputs)).Enumerate().Average(error => error * error);

            Assert.Equal(mean, given.Network.MeanSquaredError(given.Inputs, given.Targets), 1e-12);
        });

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        NeuralNetwork network = new(1u, 3, 1);

        Assert.Throws<ArgumentOutOfRangeException>("iterations", () => network.Train(Inputs, Targets, -1));
        Assert.Throws<ArgumentOutOfRangeException>("stepSize", () => network.Train(Inputs, Targets, 1, 0));
    }

    [Fact]
    public void A_layer_keeps_its_own_copy_of_the_weights()
    {
        Matrix<double> weights = Matrix<double>.Build.Dense(3, 1, 0.5);
        NeuralNetwork network = new(new Layer(weights));

        network.Train(Inputs, Targets, 1);

        Assert.Equal(Matrix<double>.Build.Dense(3, 1, 0.5), weights);
        Assert.NotEqual(weights, network.Layers[0].Weights);
    }

    [Fact]
    public void A_clone_answers_alike_and_learns_alone()
    {
        NeuralNetwork network = new(new Layer(Golden.Matrix([[1, 2], [3, 4], [5, 6]])), new Layer(Golden.Matrix([[1], [-1]])));
        NeuralNetwork biased = new(new Layer(Golden.Matrix([[1], [2], [3]]), Vector<double>.Build.Dense(1, 0.5)));
        Matrix<double> answers = network.Think(Inputs);

        NeuralNetwork clone = network.Clone();

        Assert.Equal(answers, clone.Think(Inputs));
        Assert.Equal(biased.Think(Inputs), biased.Clone().Think(Inputs));
        clone.Train(Inputs, Targets, 1);
        Assert.Equal(answers, network.Think(Inputs));
        Assert.NotEqual(answers, clone.Think(Inputs));
    }

    [Fact]
    public void Weights_are_counted_over_all_layers()
    {
        NeuralNetwork network = new(1u, 3, 4, 2);

        Assert.Equal([12, 8], network.Layers.Select(layer => layer.WeightCount));
        Assert.Equal(20, network.WeightCount);
    }

    [Fact]
    public void Any_kind_of_matrix_will_do()
    {
        NeuralNetwork dense = new(1u, 3, 1);
        NeuralNetwork sparse = new(1u, 3, 1);

        dense.Train(Inputs, Targets, 5);
        sparse.Train(Matrix<double>.Build.SparseOfMatrix(Inputs), Matrix<double>.Build.SparseOfMatrix(Targets), 5);

        Assert.Equal(dense.Layers[0].Weights, sparse.Layers[0].Weights);
    }

    private static Layer LayerOf(int inputs, int outputs) => new(Matrix<double>.Build.Dense(inputs, outputs));
}
