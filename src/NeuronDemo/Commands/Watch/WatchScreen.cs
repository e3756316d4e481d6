using System.Globalization;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using Spectre.Console.Rendering;

namespace NeuronDemo.Commands.Watch;

/// <summary>What <c>watch</c> shows of a run, on a screen of any size: every cell of it, so that nothing older shines through.</summary>
/// <param name="run">The run.</param>
/// <param name="language">The language of the labels.</param>
/// <param name="height">How many lines the screen has.</param>
internal sealed class WatchScreen(WatchRun run, Language language, int height) : Renderable
{
    // Blank lines come when there is room for them, headings a little earlier.
    private const int Roomy = 18;
    private const int WithHeadings = 13;
    private const int MostChart = 12;
    private const int MostKeyLines = 3;

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (ScreenLine line in Lines(maxWidth).Take(height))
        {
            foreach (Segment segment in line.Fit(maxWidth))
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }

    private List<ScreenLine> Lines(int width)
    {
        bool headings = height >= WithHeadings;
        ScreenLine[] heldOut = headings && HeldOutLine() is ScreenLine line ? [line] : [];
        ScreenLine[] blank = height >= Roomy ? [new()] : [];
        ScreenLine[] settings = headings ? [Settings()] : [];
        ScreenLine[] keys = [.. Keys(width).Take(headings ? MostKeyLines : 1)];
        int room = height - 2 - keys.Length - (headings ? 3 : 0) - 3 * blank.Length - settings.Length - heldOut.Length;
        ScreenPlan plan = ScreenPlan.For(run, Math.Max(0, room), headings ? MostChart : 0);
        OutputBars outputs = new(run, language, width, plan.Rows);
        WeightLines weights = new(run.Network, width, plan.Weights, counted: headings);

        List<ScreenLine> lines = [headings ? Status() : Status().Add("  ").Add(Settings())];
        if (headings)
        {
            lines.AddRange([.. settings, .. blank, outputs.Heading(), .. outputs.Draw()]);
            lines.AddRange([.. blank, WeightHeading(weights), .. weights.Draw()]);
            lines.AddRange([.. blank, LossHeading(), .. heldOut, .. LossChart.Draw(run.Losses, width, plan.Chart)]);
        }
        else
        {
            lines.AddRange([.. outputs.Draw(), .. weights.Draw(), LossLine(width)]);
        }

        while (lines.Count < height - keys.Length)
        {
            lines.Add(new());
        }

        lines.AddRange(keys);
        return lines;
    }

    private ScreenLine Status()
    {
        string speed = run.SpeedReached is int reached
            ? language.Say($"{reached} of {run.Speed}/s", $"每秒 {reached} 次（设定 {run.Speed}）")
            : language.Say($"{run.Speed}/s", $"每秒 {run.Speed} 次");
        return new ScreenLine()
            .Add(language.Say("Iteration ", "迭代 ")).Add($"{run.Iteration}", WatchStyle.Strong)
            .Add(language.Say($" of {run.Lesson.Iterations}", $" / {run.Lesson.Iterations}"))
            .Add($"  {speed}  ")
            .Add(run.Done ? language.Say("done", "完成") : run.Paused ? language.Say("paused", "暂停") : language.Say("running", "运行中"), WatchStyle.Strong);
    }

    private ScreenLine Settings()
    {
        string hidden = run.Lesson.Hidden.Count == 0 ? language.Say("none", "无") : string.Join(',', run.Lesson.Hidden);
        bool isAuto = run.Lesson.Steps.StepSize is null;
        return new ScreenLine()
            .Add(language.Say("seed ", "种子 "), WatchStyle.Quiet).Add(run.Lesson.Seed.ToString(CultureInfo.InvariantCulture))
            .Add(language.Say("  hidden ", "  隐藏层 "), WatchStyle.Quiet).Add(hidden)
            .Add(language.Say("  step size ", "  步长 "), WatchStyle.Quiet)
            .Add((isAuto ? language.Say("auto, now ", "auto，现为 ") : "") + ScreenNumber.Loss(run.StepSize))
            .Add(run.IsMixed ? language.Say(", was changed", "，中途改过") : "");
    }

    private ScreenLine WeightHeading(WeightLines weights)
    {
        string scale = ScreenNumber.Short(weights.Scale, whole: true);
        return new ScreenLine().Add(
            weights.Shown == weights.Count
                ? language.Say($"weights, a whole bar is {scale}", $"权重（满格为 {scale}）")
                : language.Say($"weights, {weights.Shown} of {weights.Count}, a whole bar is {scale}", $"权重（显示 {weights.Count} 个中的 {weights.Shown} 个，满格为 {scale}）"),
            WatchStyle.Quiet);
    }

    private ScreenLine LossHeading() => new ScreenLine()
        .Add(language.Say("mean squared error ", "均方误差 "), WatchStyle.Quiet).Add(ScreenNumber.Loss(run.Losses.Loss), WatchStyle.Strong)
        .Add(language.Say($" from iteration 0 to {run.Iteration}, logarithmic", $"，从第 0 次到第 {run.Iteration} 次迭代，对数刻度"), WatchStyle.Quiet);

    // How good the network is on rows that it has not learned from, beside those that it has.
    private ScreenLine? HeldOutLine()
    {
        if (run.HeldOutLoss is not double loss)
        {
            return null;
        }

        ScreenLine line = new ScreenLine()
            .Add(language.Say("held-out rows ", "留出行 "), WatchStyle.Quiet).Add(ScreenNumber.Loss(loss), WatchStyle.Strong);
        if (run.SoFar is { Answers.HaveClasses: true, HeldOut: Answers heldOut } now)
        {
            line.Add(language.Say("; right: ", "；正确率：留出行 "), WatchStyle.Quiet).Add(Rate(heldOut), WatchStyle.Strong)
                .Add(language.Say(" of them, ", "，学习行 "), WatchStyle.Quiet).Add(Rate(now.Answers), WatchStyle.Strong)
                .Add(language.Say(" of those learned from", ""), WatchStyle.Quiet);
        }

        return line;
    }

    private static string Rate(Answers answers) =>
        (100.0 * answers.RowsRight / answers.Targets.RowCount).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private ScreenLine LossLine(int width)
    {
        ScreenLine line = new ScreenLine().Add(language.Say("error ", "均方误差 "), WatchStyle.Quiet)
            .Add(ScreenNumber.Loss(run.Losses.Loss).PadRight(10), WatchStyle.Strong).Add(" ");
        if (run.HeldOutLoss is double heldOut)
        {
            line.Add(language.Say("held out ", "留出行 "), WatchStyle.Quiet).Add(ScreenNumber.Loss(heldOut).PadRight(10), WatchStyle.Strong).Add(" ");
        }

        return line.Add(LossChart.Draw(run.Losses, width - line.Width, 1).Single());
    }

    // In as many lines as they take, or why the last one did nothing.
    private List<ScreenLine> Keys(int width)
    {
        List<ScreenLine> lines = [new()];
        if (run.Refusal is Message refusal)
        {
            lines[0].Add(refusal.In(language));
            return lines;
        }

        Add("q", language.Say("quit", "退出"));
        if (!run.Done)
        {
            Add(language.Say("space", "空格"), run.Paused ? language.Say("resume", "继续") : language.Say("pause", "暂停"));
            Add("→", language.Say("step", "单步"));
            Add("↑↓", language.Say("speed", "速度"));
        }

        Add("+-", language.Say("step size", "步长"));
        Add("h", language.Say("add neuron", "加神经元"));
        Add("r", language.Say("next seed", "下一个种子"));
        return lines;

        void Add(string key, string effect)
        {
            ScreenLine added = new ScreenLine().Add(key, WatchStyle.Strong).Add(" " + effect, WatchStyle.Quiet);
            if (lines[^1].Width > 0 && lines[^1].Width + 2 + added.Width > width)
            {
                lines.Add(new());
            }

            lines[^1].Add(lines[^1].Width == 0 ? "" : "  ").Add(added);
        }
    }
}
