using System.Text.Json.Serialization;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>A lesson as <c>--json</c> prints it. A number reads back as the very double that was computed.</summary>
internal record LessonJson(
    uint Seed,
    int[] Layers,
    int Iterations,
    double StepSize,
    double[][][] InitialWeights,
    double[][][] Weights,
    double[][] Outputs,
    double MeanSquaredError)
{
    public LessonJson(Lesson lesson)
        : this(
            lesson.Seed,
            [lesson.Network.InputCount, .. lesson.Network.Layers.Select(layer => layer.OutputCount)],
            lesson.Iterations,
            lesson.StepSize,
            [.. lesson.InitialWeights.Select(weights => weights.ToRowArrays())],
            [.. lesson.Network.Layers.Select(layer => layer.Weights.ToRowArrays())],
            lesson.Outputs.ToRowArrays(),
            lesson.MeanSquaredError)
    {
    }
}

/// <summary>What <c>verify --json</c> adds: the verdict, and the rows that miss, counted from 1.</summary>
internal sealed record VerificationJson : LessonJson
{
    public VerificationJson(Lesson lesson, double tolerance, IEnumerable<int> rowsMissing)
        : base(lesson)
    {
        Tolerance = tolerance;
        RowsMissing = [.. rowsMissing.Select(row => row + 1)];
    }

    public double Tolerance { get; }

    public bool Passed => RowsMissing.Length == 0;

    public int[] RowsMissing { get; }
}

/// <summary>Writes the objects without reflection, so that the ahead-of-time compiled program can.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(LessonJson))]
[JsonSerializable(typeof(VerificationJson))]
[JsonSerializable(typeof(ExplanationJson))]
[JsonSerializable(typeof(PredictionJson))]
internal sealed partial class JsonFormat : JsonSerializerContext;
