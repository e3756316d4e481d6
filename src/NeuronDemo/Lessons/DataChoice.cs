namespace NeuronDemo.Lessons;

/// <summary>What a person says about own data: which columns are what, and what to do with the rows.</summary>
public sealed record DataChoice
{
    /// <summary>The names of the target columns, one by one or with commas between; none if the last ones are.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>How many of the last columns are targets, where no names are given; null if nothing was said, which means one.</summary>
    public int? TargetCount { get; init; }

    /// <summary>The names of columns, one by one or with commas between, that are neither inputs nor targets.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Whether rows with missing cells are left out; else they are refused.</summary>
    public bool SkipsMissing { get; init; }

    /// <summary>The share of rows that are not learned from, 0 or more and less than 1.</summary>
    public double HoldOut { get; init; }

    /// <summary>The seed of the permutation that chooses the rows held out.</summary>
    public uint Seed { get; init; } = 1;

    /// <summary>Whether to standardize the inputs.</summary>
    public bool Standardizes { get; init; } = true;

    /// <summary>Whether to add a constant 1 as the last input.</summary>
    public bool AddsBias { get; init; } = true;
}
