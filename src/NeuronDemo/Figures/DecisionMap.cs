using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>What neurons answer over the plane of two inputs, while the other inputs rest.</summary>
/// <param name="X">The first input's numbers, in the file's unit.</param>
/// <param name="Y">The second input's numbers, in the file's unit.</param>
/// <param name="Answers">What each neuron answers: a row for each of Y, a column for each of X.</param>
internal sealed record DecisionMap(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<Matrix<double>> Answers)
{
    // Large networks make the grid coarser, so that the drawing takes seconds and not minutes.
    private const int LeastPoints = 41;
    private const double Affordable = 3e9;


    /// <summary>Asks neurons of one layer.</summary>
    /// <param name="network">The network. It stays as it is.</param>
    /// <param name="inputs">All its inputs.</param>
    /// <param name="axes">The two inputs that vary, counted from 0.</param>
    /// <param name="neurons">The layer, counted from 0, and which of its neurons.</param>
    /// <param name="mostPoints">How many points a side of the grid has, if the network is not too large.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DecisionMap Compute(
        NeuralNetwork network,
        IReadOnlyList<InputAxis> inputs,
        (int First, int Second) axes,
        (int Layer, int First, int Count) neurons,
        int mostPoints,
        CancellationToken cancellationToken)
    {
        NeuralNetwork part = Part(network, inputs, axes, neurons);
        int points = (int)Math.Clamp(Math.Sqrt(Affordable / part.WeightCount), LeastPoints, mostPoints);
        double[] x = Generate.LinearSpaced(points, inputs[axes.First].Low, inputs[axes.First].High);
        double[] y = Generate.LinearSpaced(points, inputs[axes.Second].Low, inputs[axes.Second].High);
        Matrix<double> places = Matrix<double>.Build.Dense(
            points * points, 2, (place, input) => input == 0 ? x[place % points] : y[place / points]);
        return new(
            [.. x.Select(inputs[axes.First].Own)],
            [.. y.Select(inputs[axes.Second].Own)],
            [.. part.Think(places, cancellationToken).EnumerateColumns()
                .Select(answers => Matrix<double>.Build.Dense(points, points, (row, column) => answers[row * points + column]))]);
    }

    // The network up to these neurons, with two inputs: what those at rest bring into a sum is the same everywhere, a bias.
    private static NeuralNetwork Part(
        NeuralNetwork network, IReadOnlyList<InputAxis> inputs, (int First, int Second) axes, (int Layer, int First, int Count) neurons)
    {
        Matrix<double>[] weights = [.. network.Layers.Take(neurons.Layer + 1).Select(layer => layer.Weights)];
        weights[^1] = weights[^1].SubMatrix(0, weights[^1].RowCount, neurons.First, neurons.Count);
        Vector<double> rest = Vector<double>.Build.Dense(inputs.Count, i => i == axes.First || i == axes.Second ? 0 : inputs[i].Rest);
        return new(
        [
            new(Matrix<double>.Build.DenseOfRowVectors(weights[0].Row(axes.First), weights[0].Row(axes.Second)), weights[0].LeftMultiply(rest)),
            .. weights.Skip(1).Select(layer => new Layer(layer)),
        ]);
    }
}
