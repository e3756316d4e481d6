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
}
