using NeuronDemo.Messages;

namespace NeuronDemo.Lessons;

/// <summary>Rows with the same inputs and different targets, which no network can tell apart.</summary>
/// <param name="First">One of two such rows, counted from 0.</param>
/// <param name="Second">The other, further down.</param>
/// <param name="RowsWrong">How many rows are wrong at least, whatever is learned.</param>
/// <param name="RowsInvolved">How many rows have a partner that contradicts them.</param>
internal sealed record Contradiction(int First, int Second, int RowsWrong, int RowsInvolved)
{
    /// <summary>What to tell of it.</summary>
    /// <param name="data">The rows in which it was found.</param>
    public Message ToMessage(TrainingSet data) => new(
        $"Rows {data.NumberOf(First)} and {data.NumberOf(Second)} have the same inputs and different targets: no network can tell them apart, "
        + $"and at least {RowsWrong} of {data.Inputs.RowCount} rows {(RowsWrong == 1 ? "stays" : "stay")} wrong. Correct what is a slip, or add an input in which they differ.",
        $"第 {data.NumberOf(First)} 行数据与第 {data.NumberOf(Second)} 行数据输入相同、目标值不同：任何网络都无法区分，{data.Inputs.RowCount} 行中至少有 {RowsWrong} 行答错。"
        + "若是笔误请更正，或添加能区分它们的输入。");

    /// <summary>Looks for rows that contradict each other.</summary>
    /// <param name="data">The rows. Where targets are not 0 or 1, equal inputs may well have different targets.</param>
    /// <returns>The first pair, or null if there is none.</returns>
    public static Contradiction? In(TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.Targets.ForAll(target => target is 0 or 1))
        {
            return null;
        }

        Dictionary<int, Dictionary<int, int>> alike = new(new SameNumbers(data.Inputs));
        SameNumbers sameTargets = new(data.Targets);
        Contradiction? first = null;
        for (int row = 0; row < data.Inputs.RowCount; row++)
        {
            if (!alike.TryGetValue(row, out Dictionary<int, int>? targets))
            {
                alike[row] = targets = new(sameTargets);
            }

            targets[row] = targets.GetValueOrDefault(row) + 1;
            if (targets.Count == 2 && first is null)
            {
                first = new(targets.Keys.Min(), row, 0, 0);
            }
        }

        return first is null ? null : first with
        {
            RowsWrong = alike.Values.Sum(targets => targets.Values.Sum() - targets.Values.Max()),
            RowsInvolved = alike.Values.Where(targets => targets.Count > 1).Sum(targets => targets.Values.Sum()),
        };
    }
}
