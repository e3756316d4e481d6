using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;

namespace NeuronDemo.Page;

/// <summary>Takes from an outcome what the page shows of it.</summary>
internal static class PageView
{
    private const int MostRows = 3000;
    private const int MostNumbers = 400_000;

    /// <summary>What the page shows.</summary>
    /// <param name="outcome">What came of the lesson.</param>
    /// <param name="name">The file's name; null for the truth table.</param>
    /// <param name="language">The language to open with.</param>
    /// <param name="arguments">The words of the command line that say what is learned from.</param>
    public static PageLesson Of(Outcome outcome, string? name, string language, IReadOnlyList<string> arguments)
    {
        Lesson lesson = outcome.Lesson;
        TrainingSet data = lesson.Data;
        (int First, int Second) main = InputAxis.MainOf(data, outcome.Network);
        int[] rows = Rows(data);
        int[] heldOut = data.HeldOut is null ? [] : Rows(data.HeldOut);
        return new()
        {
            Name = name,
            Language = language,
            Inputs = InputAxis.Of(data),
            Targets = [.. Targets(data)],
            Answers = Question.Of(outcome.Answers),
            IsJudged = outcome.Answers.HaveClasses,
            MainInputs = [main.First, main.Second],
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

    // As many as fit, evenly from first to last: files are often in order.
    private static int[] Rows(TrainingSet data)
    {
        int count = data.Inputs.RowCount;
        int most = Math.Clamp(MostNumbers / (data.Inputs.ColumnCount + data.Targets.ColumnCount), 1, MostRows);
        return count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(k => (int)((long)k * count / most))];
    }

    private static PageRows RowsOf(TrainingSet data, int[] rows) =>
        new([.. rows.Select(data.NumberOf)], Columns(data.Inputs, rows), Columns(data.Targets, rows));

    private static IEnumerable<PageTarget> Targets(TrainingSet data) => data.TargetColumns.SelectMany(column => column is NumberTarget number
        ? [new PageTarget(number.Name, number.Least, number.Greatest)]
        : column.OutputNames.Select(name => new PageTarget(name, 0, 1)));

    private static double[][] Columns(Matrix<double> table, int[] rows) =>
        [.. table.EnumerateColumns().Select(column => Array.ConvertAll(rows, row => column[row]))];
}
