using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using NeuronDemo.Lessons;

namespace NeuronDemo.Page;

/// <summary>Takes from an outcome what the page shows of it.</summary>
internal static class PageView
{
    private const int MostRows = 3000;
    private const int MostNumbers = 400_000;

    // A map reaches a fifth beyond the data, and not to a far outlier, which would squeeze all others.
    private const double Margin = 0.2;
    private const double Reach = 4;

    /// <summary>What the page shows.</summary>
    /// <param name="outcome">What came of the lesson.</param>
    /// <param name="name">The file's name; null for the truth table.</param>
    /// <param name="language">The language to open with.</param>
    /// <param name="arguments">The words of the command line that say what is learned from.</param>
    public static PageLesson Of(Outcome outcome, string? name, string language, IReadOnlyList<string> arguments)
    {
        Lesson lesson = outcome.Lesson;
        TrainingSet data = lesson.Data;
        PageTarget[] targets = [.. Targets(data)];
        int[] rows = Rows(data);
        int[] heldOut = data.HeldOut is null ? [] : Rows(data.HeldOut);
        return new()
        {
            Name = name,
            Language = language,
            Inputs = Inputs(data),
            Targets = targets,
            Answers = Answers(outcome.Answers, targets),
            IsJudged = outcome.Answers.HaveClasses,
            MainInputs = MainInputs(data.Inputs, outcome.Network.Layers[0].Weights),
            Learning = RowsOf(data, rows),
            HeldOut = data.HeldOut is null ? null : RowsOf(data.HeldOut, heldOut),
            LeftOut = data.Inputs.RowCount - rows.Length + (data.HeldOut?.Inputs.RowCount - heldOut.Length ?? 0),
            Seed = lesson.Seed,
            Hidden = lesson.Hidden,
            Iterations = lesson.Iterations,
            StepSize = lesson.Steps.ToString(),
            NextStepSize = outcome.StepSize,
            Weights = outcome.Network.Layers.All(layer => layer.Weights.ForAll(double.IsFinite))
                ? [.. outcome.Network.Layers.Select(layer => layer.Weights.ToRowArrays())]
                : null,
            Arguments = arguments,
        };
    }

    private static PageInput[] Inputs(TrainingSet data)
    {
        string[] names = Names(data.InputNames, "x", data.Inputs.ColumnCount);
        return [.. data.Inputs.EnumerateColumns().Select((column, i) =>
        {
            bool isScaled = i < data.Scaling?.Means.Count;
            double mean = column.Mean();
            double reach = Reach * column.PopulationStandardDeviation();
            double low = Math.Max(column.Minimum(), mean - reach);
            double high = Math.Min(column.Maximum(), mean + reach);
            double margin = Margin * (high > low ? high - low : 1);
            return new PageInput(
                names[i], isScaled ? data.Scaling!.Means[i] : 0, isScaled ? data.Scaling!.Deviations[i] : 1, mean, low - margin, high + margin);
        })];
    }

    // The two that vary and whose weights make most of them.
    private static int[] MainInputs(Matrix<double> inputs, Matrix<double> weights)
    {
        int[] main = [.. Enumerable.Range(0, inputs.ColumnCount)
            .Select(i => (Input: i, Deviation: inputs.Column(i).PopulationStandardDeviation()))
            .Where(input => input.Deviation > 0)
            .OrderByDescending(input => input.Deviation * weights.Row(input.Input).L1Norm())
            .Take(2)
            .Select(input => input.Input)
            .Order()];
        return main.Length == 2 ? main : [main.FirstOrDefault(), inputs.ColumnCount - 1];
    }

    // As many as fit, evenly from first to last: files are often in order.
    private static int[] Rows(TrainingSet data)
    {
        int count = data.Inputs.RowCount;
        int most = Math.Clamp(MostNumbers / (data.Inputs.ColumnCount + data.Targets.ColumnCount), 1, MostRows);
        return count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(k => (int)((long)k * count / most))];
    }

    private static PageRows RowsOf(TrainingSet data, int[] rows) =>
        new([.. rows.Select(data.NumberOf)], Columns(data.Inputs, rows), Columns(data.Targets, rows));

    private static IEnumerable<PageTarget> Targets(TrainingSet data) => data.Meaning is null
        ? Names(null, "y", data.Targets.ColumnCount).Select(name => new PageTarget(name, 0, 1))
        : data.Meaning.Columns.SelectMany(column => column is NumberTarget number
            ? [new PageTarget(number.Name, number.Least, number.Greatest)]
            : column.OutputNames.Select(name => new PageTarget(name, 0, 1)));

    // As Answers.IsRight has it: without classes, several outputs of 0 and 1 are one question, whose answer is the largest.
    private static PageAnswer[] Answers(Answers answers, PageTarget[] targets) =>
        answers.Data.Meaning?.Columns is { } columns && columns.Any(column => column is ClassTarget)
            ? [.. columns.Select((column, k) => Answer(column, first: columns.Take(k).Sum(before => before.OutputCount), targets))]
        : answers.HaveClasses && targets.Length > 1
            ? [new(0, targets.Length, [.. targets.Select(target => target.Name)], AreClasses: false)]
        : [.. targets.Select((target, first) => Number(first, target))];

    private static PageAnswer Answer(TargetColumn column, int first, PageTarget[] targets) => column is ClassTarget classes
        ? new(first, classes.OutputCount, classes.Classes, AreClasses: true)
        : Number(first, targets[first]);

    private static PageAnswer Number(int first, PageTarget target) =>
        new(first, 1, [FormattableString.Invariant($"{target.Low:G4}"), FormattableString.Invariant($"{target.High:G4}")], AreClasses: false);

    private static double[][] Columns(Matrix<double> table, int[] rows) =>
        [.. table.EnumerateColumns().Select(column => Array.ConvertAll(rows, row => column[row]))];

    private static string[] Names(IReadOnlyList<string>? names, string symbol, int count) =>
        names is not null ? [.. names] : count == 1 ? [symbol] : [.. Enumerable.Range(1, count).Select(i => $"{symbol}{i}")];
}
