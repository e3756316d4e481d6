using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>What was understood of own data, in one line.</summary>
internal static class Understanding
{
    private const int MostNames = 12;

    /// <summary>Says how many rows there are, which inputs, which targets, and what was left out.</summary>
    public static Message Of(TrainingSet data)
    {
        int heldOut = data.HeldOut?.Inputs.RowCount ?? 0;
        int rows = data.Inputs.RowCount + heldOut;
        string names = Names([.. data.InputColumns.SelectMany(column => column.InputNames)]);
        Message[] targets = [.. (data.Meaning?.Columns ?? []).Select(Describe)];
        return new(
            $"{rows} {(rows == 1 ? "row" : "rows")}; inputs {names}; {string.Join("; ", targets.Select(target => target.English))}"
            + (heldOut > 0 ? $"; {heldOut} rows held out" : "")
            + (data.RowsLeftOut > 0 ? $"; {data.RowsLeftOut} {(data.RowsLeftOut == 1 ? "row" : "rows")} left out" : ""),
            $"{rows} 行；输入 {names}；{string.Join("；", targets.Select(target => target.Chinese))}"
            + (heldOut > 0 ? $"；留出 {heldOut} 行" : "")
            + (data.RowsLeftOut > 0 ? $"；跳过 {data.RowsLeftOut} 行" : ""));
    }

    private static Message Describe(TargetColumn column)
    {
        string name = Excerpt.Of(column.Name);
        return column switch
        {
            ClassTarget target => new($"classes of {name}: {Names(target.Classes)}", $"{name} 的类别：{Names(target.Classes)}"),
            NumberTarget { IsScaled: true } target => new(
                $"target {name}, scaled from {Amount.Of(target.Least, 6)}..{Amount.Of(target.Greatest, 6)} to 0..1",
                $"目标 {name}，从 {Amount.Of(target.Least, 6)}..{Amount.Of(target.Greatest, 6)} 缩放到 0..1"),
            _ => new($"target {name}", $"目标 {name}"),
        };
    }

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names.Select(name => Excerpt.Of(name)))
        : $"{string.Join(", ", names.Take(MostNames - 1).Select(name => Excerpt.Of(name)))}, ... ({names.Count})";
}
