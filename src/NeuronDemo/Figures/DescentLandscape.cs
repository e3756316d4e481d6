using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>The loss over two weights, while the others rest.</summary>
internal sealed record DescentLandscape
{
    // A side of the grid. Large data make it coarser, so that the drawing takes seconds and not minutes.
    private const int MostPoints = 161;
    private const int LeastPoints = 21;
    private const double Affordable = 3e9;
    private const int SigmoidCost = 10;

    /// <summary>The values of the first weight.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>The values of the second weight.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>The mean squared error: a row for each of Y, a column for each of X.</summary>
    public required Matrix<double> Losses { get; init; }

    /// <summary>How many points a side of the grid has, by what computing one of them costs.</summary>
    public static int PointsFor(NeuralNetwork network, int rows)
    {
        double multiplications = (double)rows * (network.WeightCount + SigmoidCost);
        return (int)Math.Clamp(Math.Sqrt(Affordable / multiplications), LeastPoints, MostPoints);
    }

    /// <summary>Computes the loss of a network for each pair of values of two weights. The network stays as it is.</summary>
    /// <exception cref="OperationCanceledException">Computing was cancelled.</exception>
    public static DescentLandscape Compute(
        NeuralNetwork network,
        TrainingSet data,
        (WeightPosition First, WeightPosition Second) weights,
        (IReadOnlyList<double> X, IReadOnlyList<double> Y) grid,
        CancellationToken cancellationToken)
    {
        Matrix<double> losses = Matrix<double>.Build.Dense(grid.Y.Count, grid.X.Count);
        Parallel.For(0, grid.Y.Count, new ParallelOptions { CancellationToken = cancellationToken }, row =>
        {
            NeuralNetwork moved = network.Clone();
            weights.Second.Set(moved, grid.Y[row]);
            for (int column = 0; column < grid.X.Count; column++)
            {
                weights.First.Set(moved, grid.X[column]);
                losses[row, column] = moved.MeanSquaredError(data.Inputs, data.Targets, cancellationToken);
            }
        });
        return new() { X = grid.X, Y = grid.Y, Losses = losses };
    }
}
