using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>What a network answers to some rows, beside what it should.</summary>
public sealed class Answers
{
    /// <summary>Asks a network.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="data">The rows to ask about.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Answers(NeuralNetwork network, TrainingSet data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        Targets = data.Targets;
        Outputs = network.Think(data.Inputs, cancellationToken);
        MeanSquaredError = network.MeanSquaredError(data.Inputs, data.Targets, cancellationToken);
    }

    /// <summary>What the network should answer (rows x outputs).</summary>
    public Matrix<double> Targets { get; }

    /// <summary>What it answers (rows x outputs).</summary>
    public Matrix<double> Outputs { get; }

    /// <summary>mean((t - y)^2) over all rows and targets.</summary>
    public double MeanSquaredError { get; }

    /// <summary>
    /// How many rows are right: with one target, the output lies on the target's side of one half; with several, the
    /// largest output is where the largest target is.
    /// </summary>
    public int RowsRight => Enumerable.Range(0, Outputs.RowCount).Count(IsRight);

    /// <summary>How far a row misses: its largest |t - y|.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <returns>The distance, 0 to 1; NaN if an output is.</returns>
    public double MissOf(int row)
    {
        double miss = 0;
        for (int j = 0; j < Outputs.ColumnCount; j++)
        {
            // Of a number and NaN, Max gives NaN.
            miss = Math.Max(miss, Math.Abs(Targets[row, j] - Outputs[row, j]));
        }

        return miss;
    }

    /// <summary>The rows in which an output does not come closer to its target than the tolerance.</summary>
    /// <param name="tolerance">The tolerance, greater than 0.</param>
    /// <returns>The rows, counted from 0.</returns>
    public IEnumerable<int> RowsMissing(double tolerance) =>
        Enumerable.Range(0, Outputs.RowCount).Where(row => !(MissOf(row) < tolerance));

    private bool IsRight(int row)
    {
        if (Outputs.ColumnCount == 1)
        {
            return (Outputs[row, 0] - 0.5) * (Targets[row, 0] - 0.5) > 0;
        }

        Vector<double> y = Outputs.Row(row);
        Vector<double> t = Targets.Row(row);
        return !y.Any(double.IsNaN) && t[y.MaximumIndex()] == t.Maximum();
    }
}
