using System.Globalization;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Explain;

/// <summary>The end of an explanation: whether the step helped, and whether it was right.</summary>
internal static class StepOutcome
{
    private const int MostShown = 16;
    private const int MostShownOfLayer = 6;
    private const double Agreement = 1e-6;

    public static void Write(Worksheet sheet, StepSymbols symbols, TrainingStep step, StepRule rule, IReadOnlyList<WeightCheck> checks)
    {
        sheet.Part(new("Result: did it help?", "结果：有用吗？"));
        WriteLoss(sheet, step, rule);
        sheet.Part(new("Check: is it right?", "验算：算得对吗？"));
        WriteCheck(sheet, symbols, step, checks);
    }

    private static void WriteLoss(Worksheet sheet, TrainingStep step, StepRule rule)
    {
        sheet.Section(new("Loss", "损失"), "E = 1/2 sum (t - y)^2", new(
            "How wrong all answers are together, in one number. The adjustments are the\nnegative derivative of E: of all directions, they are the steepest way down.",
            "所有回答总共错了多少，合成一个数。调整量就是 E 的负导数：下降最快的方向。"));
        double[] losses = [step.LossBefore, step.LossAfter, step.MeanSquaredErrorBefore, step.MeanSquaredErrorAfter];
        string[] numbers = Array.ConvertAll(losses, new NumpyNumberFormat(losses).Text);
        sheet.Table(
        [
            [new("before", "之前"), new("after", "之后"), new("", "")],
            [Same(numbers[0]), Same(numbers[1]), Same("E")],
            [Same(numbers[2]), Same(numbers[3]), new("mean squared error, mean((t - y)^2)", "均方误差 mean((t - y)^2)")],
        ]);
        double fall = 1 - step.LossAfter / step.LossBefore;
        sheet.Line(fall switch
        {
            < 0 when !step.Kept => new($"E rose by {Percent(-fall)}: the step leapt over the valley.", $"E 增大了 {Percent(-fall)}：步子太大，越过了谷底。"),
            _ when !step.Kept => new("E rose, by less than its digits show.", "E 增大了，但小到数字上看不出来。"),
            > 0 => new($"The step went downhill: E fell by {Percent(fall)}.", $"这一步走了下坡：E 减小了 {Percent(fall)}。"),
            < 0 => new(
                $"E rose by {Percent(-fall)}: the step leapt over the valley. Try a smaller --step-size.",
                $"E 增大了 {Percent(-fall)}：步子太大，越过了谷底。请试试更小的 --step-size。"),
            _ => new("E did not move: there is nothing left to learn here, or nothing that moves.", "E 没有变化：要么已经学完，要么输出已饱和、推不动。"),
        });
        if (!step.Kept)
        {
            sheet.Line(new(
                "It is taken back: the weights stay those before it, E stays what it was, and\nthe next step is half as long.",
                "这一步被撤回：权重和 E 都保持之前的值，下一步的步长减半。"));
        }
        else if (rule.StepSize is null)
        {
            sheet.Line(new("It is kept, and the next step may be a little longer.", "这一步被保留，下一步的步长可以再大一点。"));
        }
    }

    private static void WriteCheck(Worksheet sheet, StepSymbols symbols, TrainingStep step, IReadOnlyList<WeightCheck> checks)
    {
        sheet.Section(new("Numerical check", "数值验算"), "-dE/dw = (E(w - h) - E(w + h)) / 2h", new(
            "The slope of E once more, without the chain rule: E is just computed twice,\nwith one weight a little smaller and a little larger. Both columns have to\nagree.",
            "不用链式法则，再求一次 E 的斜率：把一个权重稍减、稍增，\n各算一次 E。两列应当一致。"));
        WeightCheck[] shown = checks.Count <= MostShown
            ? [.. checks]
            : [.. checks.GroupBy(check => check.Layer).SelectMany(layer => layer.Take(MostShownOfLayer))];
        NumpyNumberFormat format = new([.. shown.Select(check => check.Adjustment), .. shown.Select(check => check.CentralDifference)]);
        sheet.Table(
        [
            [new("weight", "权重"), new("adjustment", "调整量"), new("central difference", "中心差分"), new("relative difference", "相对差")],
            .. shown.Select(check => new[]
            {
                Same(symbols.Weight(check.Layer, check.Input, check.Neuron)),
                Same(format.Text(check.Adjustment)),
                Same(format.Text(check.CentralDifference)),
                Same(Short(check.RelativeDifference)),
            }),
        ]);

        int all = step.WeightCount;
        double largest = checks.Max(check => check.RelativeDifference);
        Message among = (shown.Length < checks.Count, checks.Count < all) switch
        {
            (_, true) => new($" among {checks.Count} of the {all} weights, evenly chosen", $"（{all} 个权重中均匀抽查 {checks.Count} 个）"),
            (true, _) => new($" among all {all} weights", $"（全部 {all} 个权重中）"),
            _ => new("", ""),
        };
        sheet.Line(new($"Largest relative difference{among.English}: {Short(largest)}", $"最大相对差{among.Chinese}：{Short(largest)}"));
        sheet.Line(new(
            $"A difference is relative to the larger number, or to 1/100 of the largest\nadjustment if both are smaller. h moves the weighted sums by at most {Short(GradientCheck.Reach)}.",
            $"相对差以两数中较大者为基准；两数都小于最大调整量的 1% 时，\n改以这个 1% 为基准。\nh 使加权和最多改变 {Short(GradientCheck.Reach)}。"));
        if (!(largest < Agreement))
        {
            sheet.Line(new(
                "More than 1e-06: E has about 16 digits, and where the outputs hardly move any\nmore, the two values of E differ only in the last of them.",
                "超过 1e-06：E 只有约 16 位有效数字；输出几乎不再变动时，\n两个 E 值只在最后几位上有差别。"));
        }
    }

    private static Message Same(string text) => new(text, text);

    private static string Short(double number) => number.ToString("g2", CultureInfo.InvariantCulture);

    private static string Percent(double fraction) => (fraction * 100).ToString("g3", CultureInfo.InvariantCulture) + "%";
}
