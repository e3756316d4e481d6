namespace NeuronDemo.Lessons;

/// <summary>
/// A column of the data as a network takes it in: a number is one input; a text is one input for each text it may be, of
/// which that of the text is 1 and the others are 0.
/// </summary>
/// <param name="Name">The column's name.</param>
public sealed record InputColumn(string Name)
{
    /// <summary>The different texts of the column, in the order of their inputs; null if it holds numbers.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>A name for each input: <c>age</c>, or <c>sex=female</c> and <c>sex=male</c>.</summary>
    public IReadOnlyList<string> InputNames => Texts is null ? [Name] : [.. Texts.Select(text => $"{Name}={text}")];
}
