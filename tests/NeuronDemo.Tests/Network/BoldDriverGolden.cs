using System.Text.Json;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>Trainings with adapted steps computed by NumPy: <c>Golden/bold-driver.json</c>.</summary>
internal sealed record BoldDriverGolden(
    string Name, uint Seed, int[] Layers, int Iterations, double[][] Inputs, double[][] Targets,
    double[] StepSizes, bool[] Kept, double[] Losses, double[][][] Weights, double MeanSquaredError)
{
    public static IReadOnlyList<BoldDriverGolden> Numbers { get; } = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "bold-driver.json")))!["trainings"]
        .Deserialize<BoldDriverGolden[]>(JsonSerializerOptions.Web)!;

    public GradientDescent Begin() =>
        new(new NeuralNetwork(Seed, Layers), Golden.Matrix(Inputs), Golden.Matrix(Targets), StepRule.Auto);

    public override string ToString() => $"{Name}, seed {Seed}, layers {string.Join('-', Layers)}, {Iterations} iterations";
}
