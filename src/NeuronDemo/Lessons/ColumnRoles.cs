using NeuronDemo.Data;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>Which columns of a file are inputs and which are targets, by their places from 0 on.</summary>
/// <param name="Inputs">The inputs, in the file's order.</param>
/// <param name="Targets">The targets, in the order in which they were named.</param>
internal sealed record ColumnRoles(int[] Inputs, int[] Targets)
{
    /// <summary>Finds the columns that a person named.</summary>
    /// <exception cref="UnusableInputException">There is no such column, or none is left for inputs.</exception>
    public static ColumnRoles Of(CsvFile file, DataChoice choice, CancellationToken cancellationToken)
    {
        string[] names = NamesOf(file);
        int[] ignored = [.. choice.Ignored.SelectMany(Split).Select(name => Find(name, "--ignore"))];
        int[] rest = [.. Enumerable.Range(0, names.Length).Except(ignored)];
        int[] targets = choice.Targets.Count > 0
            ? [.. choice.Targets.SelectMany(Split).Select(name => Find(name, "--targets"))]
            : rest[^Math.Min(choice.TargetCount ?? 1, rest.Length)..];
        int[] inputs = [.. rest.Except(targets)];
        if (targets.Intersect(ignored).FirstOrDefault(-1) is >= 0 and int both)
        {
            throw new UnusableInputException(new(
                $"'{names[both]}' is named by both --targets and --ignore.", $"“{names[both]}”同时出现在 --targets 和 --ignore 中。"));
        }

        if (targets.Distinct().Count() < targets.Length)
        {
            throw new UnusableInputException(new("--targets names a column twice.", "--targets 重复指定了同一列。"));
        }

        return inputs.Length > 0 ? new(inputs, targets) : throw new UnusableInputException(new(
            $"'{file.Name}' has {file.ColumnCount} {(file.ColumnCount == 1 ? "column" : "columns")}: none is left for inputs beside {targets.Length} for targets"
            + $"{(ignored.Length > 0 ? $" and {ignored.Length} ignored" : "")}; columns are separated by commas, semicolons or tabs.",
            $"“{file.Name}”有 {file.ColumnCount} 列：{targets.Length} 列作目标值{(ignored.Length > 0 ? $"、忽略 {ignored.Length} 列" : "")}后没有输入列；列与列之间要用半角逗号、分号或制表符。"));

        // A name may have a comma of its own.
        string[] Split(string text) => names.Contains(text) ? [text] : text.Split(',', StringSplitOptions.TrimEntries);

        int Find(string name, string option)
        {
            int[] places = [.. Enumerable.Range(0, names.Length).Where(place => names[place] == name)];
            return places switch
            {
                [int place] => place,
                [int first, int second, ..] => throw new UnusableInputException(new(
                    $"Columns {first + 1} and {second + 1} are both called '{Excerpt.Of(name)}'; give them different names in the file.",
                    $"第 {first + 1} 列和第 {second + 1} 列都叫“{Excerpt.Of(name)}”；请在文件中改成不同的名字。")),
                _ => throw Unknown(name, option),
            };
        }

        UnusableInputException Unknown(string name, string option)
        {
            Table table = file.Read([new([.. Enumerable.Range(0, names.Length)])], cancellationToken);
            Message columns = ColumnSummary.List(table.Columns);

            // Who writes Chinese names is likely to write a Chinese comma between them.
            Message comma = name.Contains('，', StringComparison.Ordinal) ? new(" Between names stands a plain comma.", "列名之间要用半角逗号。") : new("", "");
            return new(new(
                $"{option}: '{file.Name}' has no column '{Excerpt.Of(name)}'. It has {columns.English}{comma.English}",
                $"{option}：“{file.Name}”没有名为“{Excerpt.Of(name)}”的列。它的列有：{columns.Chinese}{comma.Chinese}"));
        }
    }

    /// <summary>The columns' names; where a file has none, or one is empty, the column's number.</summary>
    public static string[] NamesOf(CsvFile file) =>
        [.. Enumerable.Range(0, file.ColumnCount).Select(column => NameOf(file.ColumnNames?[column], column))];

    /// <summary>A column's name, or its number where it has none.</summary>
    public static string NameOf(string? name, int column) =>
        string.IsNullOrEmpty(name) ? FormattableString.Invariant($"{column + 1}") : name;
}
