using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>What came of a lesson as <c>--json</c> prints it. A number reads back as the very double that was computed.</summary>
internal record LessonJson
{
    /// <summary>Takes what came of a lesson.</summary>
    public LessonJson(Outcome outcome)
        : this(outcome, outcome.Answers)
    {
    }

    /// <summary>Takes what came of a lesson, or the answers alone where nothing was learned.</summary>
    protected LessonJson(Outcome? outcome, Answers answers)
    {
        Outputs = (outcome?.Answers ?? answers).Outputs;
        MeanSquaredError = (outcome?.Answers ?? answers).MeanSquaredError;
        if (outcome is null)
        {
            Learned = new(answers);
            return;
        }

        Lesson lesson = outcome.Lesson;
        Seed = lesson.Seed;
        Layers = lesson.Sizes;
        Iterations = lesson.Iterations;
        StepSize = outcome.StepSize;
        InitialWeights = [.. lesson.NewNetwork().Layers.Select(layer => layer.Weights)];
        Weights = [.. outcome.Network.Layers.Select(layer => layer.Weights)];
        if (!lesson.Data.IsTruthTable)
        {
            Understood = Understanding.Of(lesson.Data).English;
            Doubts = [.. lesson.Data.Doubts.Select(doubt => doubt.English)];
            Learned = new(outcome.Answers);
            HeldOut = outcome.HeldOut is null ? null : new(outcome.HeldOut);
            StepsTakenBack = lesson.Steps.StepSize is null ? outcome.StepsTakenBack : null;
        }
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Understood { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? Doubts { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public uint? Seed { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Layers { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Iterations { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? StepSize { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StepsTakenBack { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Matrix<double>[]? InitialWeights { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Matrix<double>[]? Weights { get; }

    public Matrix<double> Outputs { get; }

    public double MeanSquaredError { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswersJson? Learned { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswersJson? HeldOut { get; }
}
