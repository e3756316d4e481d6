using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests;

/// <summary>Single training steps computed by NumPy: <c>Golden/training-step.json</c>.</summary>
internal sealed record StepGolden(
    string Name, uint Seed, int[] Layers, int Iteration, double StepSize, double[][] Inputs, double[][] Targets,
    StepGolden.Layer[] LayerSteps, double LossBefore, double LossAfter, double MeanSquaredErrorBefore, double MeanSquaredErrorAfter)
{
    public static IReadOnlyList<StepGolden> Numbers { get; } = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "training-step.json")))!["steps"]
        .Deserialize<StepGolden[]>(JsonSerializerOptions.Web)!;

    /// <summary>The same step, computed by the code under test.</summary>
    public TrainingStep Take()
    {
        NeuralNetwork network = new(Seed, Layers);
        Matrix<double> inputs = Golden.Matrix(Inputs);
        Matrix<double> targets = Golden.Matrix(Targets);
        network.Train(inputs, targets, Iteration - 1, StepSize);
        return TrainingStep.Of(network, inputs, targets, StepSize);
    }

    public override string ToString() => $"{Name}, seed {Seed}, layers {string.Join('-', Layers)}, iteration {Iteration}";

    internal sealed record Layer(
        double[][] Weights, double[][] WeightedSums, double[][] Outputs, double[][] Errors,
        double[][] Derivatives, double[][] Deltas, double[][] Adjustment, double[][] NewWeights);
}
