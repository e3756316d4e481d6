using System.Globalization;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Explain;

/// <summary>The row that an explanation follows, as it stands in the file beside what the network sees of it.</summary>
internal static class FollowedRow
{
    private const int MostInputs = 12;
    private const int MostOutputs = 6;
    private const int MostLetters = 20;

    /// <summary>Writes a table: each column by its name, with the file's own cell and the numbers that it became.</summary>
    public static void Write(Worksheet sheet, TrainingSet data, int row)
    {
        int number = data.NumberOf(row);
        Message place = number == row + 1 ? new("", "") : new($", row {row + 1} there", $"（那里的第 {row + 1} 行）");
        sheet.Line(new(
            $"\nRow {number} as it stands in the file, and what it becomes in X{place.English}:",
            $"\n文件中的第 {number} 行数据，以及它在 X 中的样子{place.Chinese}："));
        sheet.Table([[new("column", "列"), new("file", "文件"), new("here", "这里")], .. Inputs(data, row), .. Targets(data, row)]);
        int inputs = data.Inputs.ColumnCount;
        if (inputs > MostInputs)
        {
            sheet.Line(new($"... the first {MostInputs} of {inputs} inputs", $"... 共 {inputs} 个输入，只列出前 {MostInputs} 个"));
        }
    }

    private static IEnumerable<Message[]> Inputs(TrainingSet data, int row)
    {
        IReadOnlyList<string> cells = data.CellsOf(row);
        IEnumerable<Message[]> lines = data.InputColumns
            .SelectMany((column, c) => column.InputNames.Select((name, i) => (Name: name, Cell: i == 0 ? cells[c] : "")))
            .Select((input, i) => Line(input.Name, input.Cell, Explanation.Short(data.Inputs[row, i])));
        if (data.HasBias)
        {
            lines = lines.Append([new("constant", "常数"), Same(""), Same("1")]);
        }

        return lines.Take(MostInputs);
    }

    private static IEnumerable<Message[]> Targets(TrainingSet data, int row)
    {
        double[] t = data.Targets.Row(row).ToArray();
        int place = 0;
        foreach ((TargetColumn column, TargetValue value) in data.Meaning!.Columns.Zip(data.Meaning.Decode(t)))
        {
            IEnumerable<string> numbers = t.Skip(place).Take(column.OutputCount).Select(Explanation.Short);
            place += column.OutputCount;
            yield return Line(
                column.Name,
                value.Class ?? value.Number.ToString("G12", CultureInfo.InvariantCulture),
                $"t = {string.Join(' ', numbers.Take(MostOutputs))}{(column.OutputCount > MostOutputs ? " ..." : "")}");
        }
    }

    private static Message[] Line(string name, string cell, string numbers) =>
        [Same(Excerpt.Of(name, MostLetters)), Same(Excerpt.Of(cell, MostLetters)), Same(numbers)];

    private static Message Same(string text) => new(text, text);
}
