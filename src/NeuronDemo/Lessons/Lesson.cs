using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>What was learned, from what, and how.</summary>
internal sealed class Lesson
{
    private Matrix<double>? _outputs;

    public required uint Seed { get; init; }

    public required int Iterations { get; init; }

    public required double StepSize { get; init; }

    public required TrainingSet Data { get; init; }

    /// <summary>The weights of each layer before training.</summary>
    public required IReadOnlyList<Matrix<double>> InitialWeights { get; init; }

    /// <summary>The network, which training changes.</summary>
    public required NeuralNetwork Network { get; init; }

    /// <summary>What the trained network answers to the inputs it learned from (rows x outputs).</summary>
    public Matrix<double> Outputs => _outputs ??= Network.Think(Data.Inputs);

    /// <summary>Takes all iterations, and says so if they led nowhere.</summary>
    public void Train(Session session) => Train(session, progress =>
    {
        Network.Train(Data.Inputs, Data.Targets, Iterations, StepSize, progress, session.Interrupted);
        return Network;
    });

    /// <summary>Takes all iterations in a way that gives a result, and says so if they led nowhere.</summary>
    public T Train<T>(Session session, Func<IProgress<TrainingProgress>?, T> train)
    {
        T result = TrainingDisplay.Train(session, Iterations, train);
        Report(session);
        return result;
    }

    /// <summary>Says so if training led nowhere.</summary>
    public void Report(Session session)
    {
        if (Diagnosis.Of(this) is { } diagnosis)
        {
            session.Error.WriteLine(session.Say(diagnosis));
        }
    }

    /// <summary>mean((t - y)^2) over all rows and targets.</summary>
    public double MeanSquaredError => Network.MeanSquaredError(Data.Inputs, Data.Targets);

    /// <summary>The largest |t - y| of a row.</summary>
    public double MissOf(int row)
    {
        double miss = 0;
        for (int j = 0; j < Outputs.ColumnCount; j++)
        {
            // Of a number and NaN, Max gives NaN.
            miss = Math.Max(miss, Math.Abs(Data.Targets[row, j] - Outputs[row, j]));
        }

        return miss;
    }

    /// <summary>The rows, counted from 0, in which an output does not come closer to its target than the tolerance.</summary>
    public IEnumerable<int> RowsMissing(double tolerance) =>
        Enumerable.Range(0, Outputs.RowCount).Where(row => !(MissOf(row) < tolerance));

    /// <summary>
    /// How many rows are right: with one target, the output lies on the target's side of one half; with several, the
    /// largest output is where the largest target is.
    /// </summary>
    public int RowsRight => Enumerable.Range(0, Outputs.RowCount).Count(IsRight);

    private bool IsRight(int row)
    {
        if (Outputs.ColumnCount == 1)
        {
            return (Outputs[row, 0] - 0.5) * (Data.Targets[row, 0] - 0.5) > 0;
        }

        Vector<double> y = Outputs.Row(row);
        Vector<double> t = Data.Targets.Row(row);
        return !y.Any(double.IsNaN) && t[y.MaximumIndex()] == t.Maximum();
    }
}
