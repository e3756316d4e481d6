using System.Numerics.Tensors;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>Outputs that answer one question together: of several the largest decides, of one the side of one half.</summary>
/// <param name="First">The first of the outputs, counted from 0.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Kinds">What the answer can be: a name for each output, or for the two sides of a single one.</param>
/// <param name="AreClasses">Whether it is one of these, and not a number.</param>
internal sealed record Question(int First, int Count, IReadOnlyList<string> Kinds, bool AreClasses)
{
    /// <summary>What is asked for: a column's name; null for several columns together, and where the data came without names.</summary>
    public string? Name { get; init; }

    /// <summary>The questions that a network's outputs answer, in their order.</summary>
    public static Question[] Of(Answers answers)
    {
        TrainingSet data = answers.Data;
        IReadOnlyList<TargetColumn> columns = data.TargetColumns;

        // As Answers.IsRight has it: without classes, several outputs of 0 and 1 are one question, whose answer is the largest.
        return answers.HaveClasses && columns.Count > 1 && !columns.Any(column => column is ClassTarget)
            ? [new(0, columns.Count, [.. columns.Select(column => column.Name)], AreClasses: false)]
            : [.. columns.Select((column, k) => new Question(
                First: columns.Take(k).Sum(before => before.OutputCount),
                column.OutputCount,
                column is NumberTarget number ? [Amount.Of(number.Least, 4), Amount.Of(number.Greatest, 4)] : ((ClassTarget)column).Classes,
                AreClasses: column is ClassTarget) { Name = data.HasNames ? column.Name : null })];
    }

    /// <summary>Which of the kinds a row's outputs, or its targets, say.</summary>
    public int KindOf(ReadOnlySpan<double> row) => Count > 1 ? TensorPrimitives.IndexOfMax(row.Slice(First, Count)) : row[First] > 0.5 ? 1 : 0;
}
