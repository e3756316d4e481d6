using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>What <c>verify --json</c> adds: the verdict, and the rows that miss, counted from 1.</summary>
internal sealed record VerificationJson : LessonJson
{
    public VerificationJson(Outcome outcome, double tolerance, IEnumerable<int> rowsMissing)
        : base(outcome)
    {
        Tolerance = tolerance;
        RowsMissing = [.. rowsMissing.Select(row => row + 1)];
    }

    public double Tolerance { get; }

    public bool Passed => RowsMissing.Length == 0;

    public int[] RowsMissing { get; }
}
