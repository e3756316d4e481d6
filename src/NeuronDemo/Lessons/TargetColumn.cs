namespace NeuronDemo.Lessons;

/// <summary>A column of the data that is learned: what it becomes for the network, and what the network's outputs mean.</summary>
/// <param name="Name">The column's name.</param>
public abstract record TargetColumn(string Name)
{
    /// <summary>How many of the network's outputs belong to the column.</summary>
    public abstract int OutputCount { get; }

    /// <summary>A name for each output that belongs to the column.</summary>
    public abstract IReadOnlyList<string> OutputNames { get; }

    /// <summary>What the outputs say about the column.</summary>
    /// <param name="outputs">One number for each output of the column, 0 to 1.</param>
    /// <returns>The answer in the column's own words: its class, or its number.</returns>
    public abstract TargetValue Decode(ReadOnlySpan<double> outputs);
}
