namespace NeuronDemo.Lessons;

/// <summary>What a network's outputs mean: the target columns, in the order of their outputs.</summary>
/// <param name="Columns">The columns.</param>
public sealed record OutputMeaning(params IReadOnlyList<TargetColumn> Columns)
{
    /// <summary>A name for each output of the network.</summary>
    public IReadOnlyList<string> OutputNames => [.. Columns.SelectMany(column => column.OutputNames)];

    /// <summary>What the network says about one row.</summary>
    /// <param name="outputs">All outputs of the row.</param>
    /// <returns>An answer for each of <see cref="Columns"/>.</returns>
    public IReadOnlyList<TargetValue> Decode(ReadOnlySpan<double> outputs)
    {
        TargetValue[] values = new TargetValue[Columns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            int count = Columns[i].OutputCount;
            values[i] = Columns[i].Decode(outputs[..count]);
            outputs = outputs[count..];
        }

        return values;
    }
}
