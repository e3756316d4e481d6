using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Verify;

/// <summary>Which rows are right, and whether that is enough.</summary>
/// <param name="Answers">The rows that decide.</param>
/// <param name="Tolerance">How near an output has to come to its target, where rows have no classes.</param>
/// <param name="AtLeast">The share of the rows that has to be right; all if null.</param>
/// <param name="ByClass">Whether a row is right if its class is.</param>
internal sealed record Verification(Answers Answers, double Tolerance, double? AtLeast, bool ByClass)
{
    /// <summary>The rows that are wrong, counted from 0, in their order.</summary>
    public IReadOnlyList<int> RowsWrong { get; } = ByClass
        ? [.. Enumerable.Range(0, Answers.Outputs.RowCount).Where(row => !Answers.IsRight(row))]
        : [.. Answers.RowsMissing(Tolerance)];

    /// <summary>How many rows decide.</summary>
    public int RowCount => Answers.Outputs.RowCount;

    /// <summary>The share of the rows that are right.</summary>
    public double ShareRight => 1 - (double)RowsWrong.Count / RowCount;

    /// <summary>Whether it is enough.</summary>
    public bool Passed => AtLeast is double share ? RowCount - RowsWrong.Count >= share * RowCount - 1e-9 : RowsWrong.Count == 0;

    /// <summary>The wrong rows, the one that misses most first.</summary>
    public IEnumerable<int> WorstFirst => RowsWrong.OrderByDescending(row => Answers.MissOf(row) is var miss && double.IsNaN(miss) ? double.PositiveInfinity : miss);
}
