using System.Text.Json.Serialization;
using NeuronDemo.Commands.Verify;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>What <c>verify --json</c> prints: the lesson if one was learned, the verdict, and the rows that are wrong, counted from 1.</summary>
internal sealed record VerificationJson : LessonJson
{
    public VerificationJson(Verification verification, Outcome? outcome)
        : base(outcome, verification.Answers)
    {
        Tolerance = verification.Tolerance;
        AtLeast = verification.AtLeast;
        Passed = verification.Passed;
        RowsMissing = [.. verification.RowsWrong.Select(verification.Answers.Data.NumberOf)];
        ConfusionMatrices = verification.ByClass && ConfusionMatrix.Of(verification.Answers).ToArray() is { Length: > 0 } matrices ? matrices : null;
    }

    public double Tolerance { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AtLeast { get; }

    public bool Passed { get; }

    public int[] RowsMissing { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConfusionMatrix[]? ConfusionMatrices { get; }
}
