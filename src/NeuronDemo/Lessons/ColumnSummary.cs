using System.Numerics.Tensors;
using NeuronDemo.Data;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>What columns hold, in a few words.</summary>
internal static class ColumnSummary
{
    private const int MostColumns = 12;
    private const int MostTexts = 3;

    /// <summary>The columns with what each holds: <c>age (22 to 80), sex (female, male)</c>.</summary>
    public static Message List(IReadOnlyList<TableColumn> columns)
    {
        string all = string.Join(", ", columns.Take(MostColumns).Select(column => $"{Excerpt.Of(ColumnRoles.NameOf(column.Name, column.Index))} ({Content(column)})"));
        int more = columns.Count - MostColumns;
        return more > 0 ? new($"{all}, and {more} more.", $"{all}，等共 {columns.Count} 列。") : new($"{all}.", $"{all}。");
    }

    private static string Content(TableColumn column)
    {
        if (column.Texts is { } texts)
        {
            return column.HasTooManyTexts || texts.Count > MostTexts
                ? string.Join(", ", texts.Take(MostTexts - 1).Append(column.Findings.FirstText!.Value.Cell).Distinct().Select(text => Excerpt.Of(text))) + ", ..."
                : string.Join(", ", texts.Select(text => Excerpt.Of(text)));
        }

        ReadOnlySpan<double> numbers = WithoutNaN(column.Values.Span);
        return numbers.IsEmpty ? "-" : $"{Amount.Of(TensorPrimitives.Min(numbers), 6)}..{Amount.Of(TensorPrimitives.Max(numbers), 6)}";
    }

    private static ReadOnlySpan<double> WithoutNaN(ReadOnlySpan<double> values) => values.ToArray().Where(value => !double.IsNaN(value)).ToArray();
}
