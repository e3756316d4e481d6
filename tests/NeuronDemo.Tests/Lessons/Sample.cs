using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Lessons;

/// <summary>Trainings on the truth table, for the figures to show.</summary>
internal static class Sample
{
    public static readonly Matrix<double> Inputs = TrainingSet.TruthTable.Inputs;
    public static readonly Matrix<double> Targets = TrainingSet.TruthTable.Targets;

    /// <summary>A network before training, with hidden layers or none.</summary>
    public static NeuralNetwork Start(params int[] hidden) => new(1u, [3, .. hidden, 1]);

    /// <summary>The network after training without a stop.</summary>
    public static NeuralNetwork Trained(int iterations, params int[] hidden)
    {
        NeuralNetwork network = Start(hidden);
        network.Train(Inputs, Targets, iterations);
        return network;
    }

    /// <summary>The truth table, to be learned with hidden layers or none.</summary>
    public static Lesson Lesson(int iterations, params int[] hidden) =>
        new() { Data = TrainingSet.TruthTable, Iterations = iterations, Hidden = hidden };

    public static TrainingTrace Trace(int iterations, params int[] hidden) =>
        TrainingTrace.Record(Lesson(iterations, hidden), progress: null, CancellationToken.None);

    public static Descent Descent(int iterations, int first, int second, params int[] hidden) =>
        NeuronDemo.Figures.Descent.Record(Lesson(iterations, hidden), (first, second), progress: null, CancellationToken.None);

    /// <summary>Rows that follow a rule but for noise, a third of them held out, to be learned with steps found on the way.</summary>
    public static Lesson HoldOut(int iterations)
    {
        Random random = new(1);
        Matrix<double> x = Matrix<double>.Build.Dense(60, 8, (_, _) => random.NextDouble() * 2 - 1);
        Matrix<double> t = Matrix<double>.Build.Dense(60, 1, (row, _) => (x[row, 0] > 0) ^ (random.NextDouble() < 0.3) ? 1 : 0);
        TrainingSet heldOut = new(x.SubMatrix(40, 20, 0, 8), t.SubMatrix(40, 20, 0, 1)) { RowNumbers = [.. Enumerable.Range(40, 20)] };
        return new()
        {
            Data = new(x.SubMatrix(0, 40, 0, 8), t.SubMatrix(0, 40, 0, 1)) { HeldOut = heldOut, RowNumbers = [.. Enumerable.Range(0, 40)] },
            Hidden = [12],
            Steps = StepRule.Auto,
            Iterations = iterations,
        };
    }
}
