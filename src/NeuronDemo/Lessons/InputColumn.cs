using System.Globalization;
using System.Numerics.Tensors;
using NeuronDemo.Data;

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

    /// <summary>How many inputs it becomes.</summary>
    public int InputCount => Texts?.Count ?? 1;

    /// <summary>A name for each input: <c>age</c>, or <c>sex=female</c> and <c>sex=male</c>.</summary>
    public IReadOnlyList<string> InputNames => Texts is null ? [Name] : [.. Texts.Select(text => $"{Name}={text}")];

    /// <summary>Turns a column into inputs.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">Which of its rows.</param>
    /// <param name="inputs">Receives the numbers (rows x inputs), column after column.</param>
    /// <returns>The first of the rows whose text is none of <see cref="Texts"/>, so that all its inputs are 0; null if there is none.</returns>
    internal int? Encode(TableColumn column, int[] rows, Span<double> inputs)
    {
        ReadOnlySpan<double> values = column.Values.Span;
        if (Texts is null)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                inputs[i] = values[rows[i]];
            }

            return null;
        }

        inputs.Clear();
        int? unknown = null;
        int[] places = [.. (column.Texts ?? []).Select(text => Texts.ToList().IndexOf(text))];
        for (int i = 0; i < rows.Length; i++)
        {
            int place = places[(int)values[rows[i]]];
            if (place >= 0)
            {
                inputs[place * rows.Length + i] = 1;
            }
            else
            {
                unknown ??= rows[i];
            }
        }

        return unknown;
    }

    /// <summary>What stood in the column.</summary>
    /// <param name="inputs">The column's inputs in one row, not standardized.</param>
    /// <returns>The text, or the number with as many digits as have come through the scaling.</returns>
    public string Decode(ReadOnlySpan<double> inputs) =>
        Texts is null ? inputs[0].ToString("G12", CultureInfo.InvariantCulture) : Texts[TensorPrimitives.IndexOfMax(inputs)];
}
