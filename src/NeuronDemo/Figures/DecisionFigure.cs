using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;
using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.Plottables;
using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>
/// What a network answers over the plane of two inputs: a map in colours, the border where the answer changes, the rows as
/// marks, and below it what the hidden neurons answer, of which the answer is made.
/// </summary>
internal static class DecisionFigure
{
    private const int MostTicks = 10;
    private const int LongestName = 14;
    private const int LongestAxisName = 28;
    private const int LongestTargetName = 40;

    // So many letters have room in two rows of the legend, and so many places a mark takes.
    private const int LegendLength = 90;
    private const int MarkLength = 5;

    // So many letters of a list have room in a line of a small picture.
    private const int ListLength = 48;
    private const int RoomForMore = 12;

    // With more marks each is smaller.
    private const int ManyRows = 50;
    private const int VeryManyRows = 300;
    private const int CrowdedRows = 1000;

    /// <summary>Draws the figure.</summary>
    public static Plot Draw(Decision decision, Language language)
    {
        Plot plot = FigureFont.NewPlot();
        DecisionMap map = decision.Map;
        plot.HideGrid();
        plot.Axes.SetLimits(map.X[0], map.X[^1], map.Y[0], map.Y[^1]);
        string[] names = NamesOf(decision, LongestAxisName);
        plot.XLabel(names[decision.Axes.First]);
        plot.YLabel(names[decision.Axes.Second]);
        plot.Title(TitleOf(decision, language), 14);
        plot.Axes.Bottom.TickGenerator = FigureTicks.Across(map.X[0], map.X[^1], MostTicks);
        plot.Axes.Left.TickGenerator = FigureTicks.Linear(MostTicks);

        (Heatmap colors, bool hasLine) = DecisionDrawing.Add(plot, new(map.X[0], map.X[^1], map.Y[0], map.Y[^1]), map.Answers, lineWidth: 2.5f);
        float size = decision.Rows.Count switch { > CrowdedRows => 4, > VeryManyRows => 6, > ManyRows => 8.5f, _ => 12 };

        // Wrong rows last: a ring that lay under other marks would seem to be theirs.
        foreach (DecisionRow row in decision.Rows.OrderBy(row => row.IsWrong))
        {
            Marker mark = plot.Add.Marker(row.Place);
            mark.MarkerStyle = new DataMark(row.Kind, row.IsHeldOut, row.IsWrong).Style(
                decision.Question.Count == 1 ? DecisionPalette.Side(row.Target) : FigurePalette.Line(row.Kind), size);
        }

        if (decision.Hidden.Count > 0)
        {
            plot.Axes.AddPanel(HiddenStrip.Draw(decision, language));
        }

        plot.ShowLegendRows(LegendOf(decision, hasLine, language), hasScale: NumberOf(decision) is not null);
        if (NumberOf(decision) is { } target)
        {
            AddScale(plot, colors, target);
        }

        return plot;
    }

    // The target, if answers are numbers and not right or wrong.
    private static NumberTarget? NumberOf(Decision decision) => decision.Outcome.Answers.HaveClasses
        ? null
        : decision.Outcome.Lesson.Data.TargetColumns[0] as NumberTarget;

    private static void AddScale(Plot plot, Heatmap colors, NumberTarget target)
    {
        ColorBar scale = plot.Add.ColorBar(colors);
        scale.Width = 16;
        scale.Axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. ((double[])[0, 0.25, 0.5, 0.75, 1]).Select(output => Tick.Major(output, Unit(target, output)))]);
    }

    private static string TitleOf(Decision decision, Language language)
    {
        List<string> lines = [language.Say("What the network answers", "网络的回答")];
        if (decision.Question.Name is string name && FigureFont.CanWrite(name))
        {
            lines[0] += language.Say(": ", "：") + ShortName.Of(name, LongestTargetName);
        }

        string[] names = NamesOf(decision, LongestName);
        string[] others =
        [
            .. Enumerable.Range(0, decision.Inputs.Count)
                .Where(i => i != decision.Axes.First && i != decision.Axes.Second && !IsConstant(decision, i))
                .Select(i => $"{names[i]} = {Symbols.Number(decision.Inputs[i].Own(decision.Inputs[i].Rest), 4)}"),
        ];
        if (others.Length > 0)
        {
            lines.Add(language.Say("others at their means: ", "其余取平均值：") + List(others, language));
        }

        int outside = decision.Rows.Count(row => row.Place.X < decision.Map.X[0] || row.Place.X > decision.Map.X[^1]
            || row.Place.Y < decision.Map.Y[0] || row.Place.Y > decision.Map.Y[^1]);
        string[] remarks =
        [
            .. decision.Rows.Count < decision.RowCount ? (string[])[language.Say(
                Invariant($"{decision.Rows.Count} of {decision.RowCount} rows are drawn"),
                Invariant($"{decision.RowCount} 行中画出 {decision.Rows.Count} 行"))] : [],
            .. outside > 0 ? (string[])[language.Say(
                Invariant($"{outside} {(outside == 1 ? "point lies" : "points lie")} outside"), Invariant($"有 {outside} 个点在图外"))] : [],
        ];
        if (remarks.Length > 0)
        {
            lines.Add(string.Join(language.Say(", ", "，"), remarks));
        }

        return string.Join('\n', lines);
    }

    // All, or as many as leave room to say how many more there are.
    private static string List(string[] texts, Language language)
    {
        int all = texts.Sum(WidthOf);
        int shown = all <= ListLength ? texts.Length
            : Math.Max(1, Enumerable.Range(1, texts.Length).TakeWhile(count => texts.Take(count).Sum(WidthOf) <= ListLength - RoomForMore).Count());
        return string.Join(language.Say(", ", "，"), texts.Take(shown)) + (shown == texts.Length ? "" : language.Say(
            Invariant($" and {texts.Length - shown} more"), Invariant($"，另有 {texts.Length - shown} 个")));
    }

    // With what stands between it and the next.
    private static int WidthOf(string text) => TextTable.WidthOf(text) + 2;

    private static IEnumerable<LegendItem> LegendOf(Decision decision, bool hasLine, Language language)
    {
        (Question question, bool isJudged) = (decision.Question, decision.Outcome.Answers.HaveClasses);
        DecisionPalette palette = new(question.Count);
        string[] names = ShortName.Of(
            [
                .. question.Kinds.Select((name, kind) => FigureFont.CanWrite(name)
                    ? name
                    : language.Say(Invariant($"class {kind + 1}"), Invariant($"第 {kind + 1} 类"))),
            ],
            LongestName);
        int shown = Enumerable.Range(0, names.Length + 1)
            .Last(count => count <= 2 || names.Take(count).Sum(name => TextTable.WidthOf(name) + MarkLength) <= LegendLength);
        for (int kind = 0; kind < shown; kind++)
        {
            yield return Mark(new(kind, IsHollow: false, IsRinged: false), palette.OfKind(kind), question.AreClasses ? names[kind]
                : isJudged ? language.Say($"target {names[kind]}", $"目标值 {names[kind]}")
                : language.Say($"target nearer to {names[kind]}", $"目标值更接近 {names[kind]}"));
        }

        if (shown < names.Length)
        {
            yield return new()
            {
                LabelText = language.Say(Invariant($"and {names.Length - shown} more"), Invariant($"另有 {names.Length - shown} 类")),
            };
        }

        if (decision.Rows.Any(row => row.IsWrong))
        {
            yield return Mark(new(1, IsHollow: false, IsRinged: true), FigurePalette.Rule, language.Say("ringed: wrong", "带圈：答错"), 8.5f);
        }

        if (decision.Rows.Any(row => row.IsHeldOut))
        {
            yield return Mark(new(0, IsHollow: true, IsRinged: false), FigurePalette.Rule, language.Say("hollow: held out", "空心：留出行"));
        }

        bool isEven = decision.Map.Answers is [var only] && only.ForAll(y => Math.Abs(y - 0.5) < 0.005);
        if (isEven)
        {
            yield return new() { LabelText = language.Say("the answer is 1/2 everywhere", "回答处处是 1/2") };
        }
        else if (hasLine)
        {
            string half = question.Count > 1 ? "" : language.Say(", ", "，") + (NumberOf(decision) is { } target ? Unit(target, 0.5) : "1/2");
            yield return FigureLegend.Line(language.Say("line: the border", "线：分界") + half, FigurePalette.Ink, LinePattern.Solid);
        }
    }

    private static LegendItem Mark(DataMark mark, Color color, string text, float size = 10) =>
        new() { LabelText = text, MarkerStyle = mark.Style(color, size) };

    private static string Unit(NumberTarget target, double output)
    {
        double number = target.Least + output * (target.Greatest - target.Least);
        string text = Amount.Of(number, 4);
        return text.Contains('E') ? Symbols.Number(number, 4) : text.Replace('-', '−');
    }

    private static bool IsConstant(Decision decision, int input) =>
        decision.Outcome.Lesson.Data.HasBias && input == decision.Inputs.Count - 1;

    // What the data calls the inputs; their symbols where they have no name, or none that can be written.
    private static string[] NamesOf(Decision decision, int width) => ShortName.Of(
        [
            .. Enumerable.Range(0, decision.Inputs.Count).Select(input =>
                decision.Outcome.Lesson.Data.InputNames?[input].Trim() is { Length: > 0 } name && FigureFont.CanWrite(name)
                    ? name
                    : Symbols.Indexed("x", input + 1)),
        ],
        width);
}
