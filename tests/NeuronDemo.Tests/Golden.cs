using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Tests;

/// <summary>NumPy's numbers: <c>Golden/golden.json</c>.</summary>
internal sealed record Golden(
    IReadOnlyList<Golden.RandomNumbers> Random,
    IReadOnlyList<Golden.SigmoidValue> Sigmoid,
    IReadOnlyList<Golden.Run> TruthTable,
    IReadOnlyList<Golden.Run> Xor,
    IReadOnlyList<Golden.Run> Data,
    IReadOnlyList<Golden.PrintedArray> Text)
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { Converters = { new PythonFloat() } };

    public static Golden Numbers { get; } = JsonSerializer.Deserialize<Golden>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "golden.json")),
        Format)!;

    public static Matrix<double> Matrix(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    internal sealed record RandomNumbers(uint Seed, int[] Indices, double[] Values);

    internal sealed record SigmoidValue(double X, double Y);

    internal sealed record PrintedArray(double[][] Array, string Text);

    /// <summary>A trained network; data runs bring their own rows, the others' outputs.</summary>
    internal sealed record Run(
        string Name, uint Seed, int[] Layers, int Iterations, double StepSize,
        double[][][] InitialWeights, double[][][] Weights, double[][]? Outputs, double MeanSquaredError,
        string[] InitialText, string[] FinalText, double[][]? Inputs, double[]? Targets)
    {
        public override string ToString() => $"{Name}, seed {Seed}, layers {string.Join('-', Layers)}, {Iterations} x {StepSize}";
    }
}
