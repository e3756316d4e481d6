using System.Globalization;
using System.Text;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Verify;

/// <summary>Which rows of own data are wrong, and how.</summary>
internal static class VerifyReport
{
    private const string Left = "...";
    private const int MostRows = 10;
    private const int MostClasses = 12;

    /// <summary>Writes the confusion matrix, the worst rows and the verdict.</summary>
    /// <param name="verification">What was found.</param>
    /// <param name="language">The language.</param>
    /// <param name="width">How many cells of a terminal a line may take.</param>
    public static string Of(Verification verification, Language language, int width)
    {
        StringBuilder text = new();
        Answers answers = verification.Answers;
        if (verification.ByClass)
        {
            foreach (ConfusionMatrix matrix in ConfusionMatrix.Of(answers).Where(matrix => matrix.Classes.Count <= MostClasses))
            {
                text.Append(matrix.ToText(language)).Append('\n');
            }
        }

        // A few rows are all shown, of many those that are wrong.
        bool all = verification.RowCount <= MostRows;
        int[] shown = all ? [.. Enumerable.Range(0, verification.RowCount)] : [.. verification.WorstFirst.Take(MostRows)];
        if (shown.Length > 0)
        {
            string[] results = [.. shown.Select(row => verification.RowsWrong.Contains(row) ? language.Say("FAIL", "未通过") : language.Say("pass", "通过"))];
            text.Append(all ? "" : Heading(verification, shown.Length).In(language) + "\n");
            text.Append(TextTable.Format(Fit([[.. Columns(answers, language), language.Say("result", "结果")], .. shown.Zip(results, (row, result) => (string[])[.. Cells(answers, row), result])], answers.Data.InputColumns.Count, width))).Append('\n');
        }

        return text.Append(Transcript.Score(answers).In(language)).Append('\n').Append(Verdict(verification).In(language)).Append('\n').ToString();
    }

    private static Message Heading(Verification verification, int shown) => verification.ByClass
        ? new(
            $"{(shown < verification.RowsWrong.Count ? $"The {shown} worst of {verification.RowsWrong.Count} wrong rows" : "Wrong rows")}, the worst first:",
            $"{(shown < verification.RowsWrong.Count ? $"{verification.RowsWrong.Count} 个错行中最差的 {shown} 行" : "答错的行")}（最差的在前）：")
        : new($"The largest misses ({verification.RowsWrong.Count} rows miss):", $"偏差最大的行（共 {verification.RowsWrong.Count} 行未达标）：");

    private static Message Verdict(Verification verification)
    {
        string right = Percent(verification.ShareRight);
        string wanted = verification.AtLeast is double share ? Percent(share) : "100%";
        string allowed = verification.Tolerance.ToString(CultureInfo.InvariantCulture);
        Message rule = verification.ByClass
            ? new("", "")
            : new($" (an output is right within {allowed} of its target, on the scale from 0 to 1)", $"（按 0 到 1 的尺度，输出与目标之差小于 {allowed} 为正确）");
        Message remedy = verification.AtLeast is not null ? new("", "")
            : verification.ByClass ? new("; --at-least 95% asks for less", "；--at-least 95% 可降低要求")
            : new("; --at-least 95% or a larger --tolerance asks for less", "；用 --at-least 95% 或更大的 --tolerance 可降低要求");
        return verification.Passed
            ? new($"Verification passed: {right} of the rows are right, at least {wanted} are asked for{rule.English}", $"验收通过：{right} 的行正确，要求至少 {wanted}{rule.Chinese}")
            : new($"Verification failed: {right} of the rows are right, at least {wanted} are asked for{rule.English}{remedy.English}", $"验收未通过：{right} 的行正确，要求至少 {wanted}{rule.Chinese}{remedy.Chinese}");
    }

    private static string[] Columns(Answers answers, Language language)
    {
        OutputMeaning? meaning = answers.Data.Meaning;
        IReadOnlyList<string> targets = meaning is null ? [""] : [.. meaning.Columns.Select(column => Excerpt.Of(column.Name))];
        return
        [
            language.Say("row", "行"),
            .. answers.Data.InputColumns.Select(column => Excerpt.Of(column.Name)),
            .. targets,
            .. targets.Select(_ => language.Say("answer", "回答")),
        ];
    }

    private static string[] Cells(Answers answers, int row) =>
    [
        answers.Data.NumberOf(row).ToString(CultureInfo.InvariantCulture),
        .. answers.Data.CellsOf(row).Take(answers.Data.InputColumns.Count).Select(cell => Excerpt.Of(cell)),
        .. Values(answers, answers.Targets.Row(row).AsArray(), areTargets: true),
        .. Values(answers, answers.Outputs.Row(row).AsArray(), areTargets: false),
    ];

    private static IEnumerable<string> Values(Answers answers, double[] outputs, bool areTargets)
    {
        OutputMeaning? meaning = answers.Data.Meaning;
        return meaning is null
            ? [string.Join(' ', outputs.Select(output => output.ToString("G4", CultureInfo.InvariantCulture)))]
            : meaning.Decode(outputs).Zip(meaning.Columns, (value, column) => column is not ClassTarget ? Amount.Of(value.Number, 6)
                : areTargets ? Excerpt.Of(value.Class)
                : $"{Excerpt.Of(value.Class ?? "?")} {Percent(value.Number)}");
    }

    // Of inputs that do not fit on a line the first and the last stay, with "..." between.
    private static string[][] Fit(string[][] rows, int inputs, int width)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(cell => rows.Max(row => TextTable.WidthOf(row[cell])) + TextTable.Gap.Length)];
        int room = width + TextTable.Gap.Length - widths.Sum();
        if (room >= 0)
        {
            return rows;
        }

        room += widths[1..(1 + inputs)].Sum() - Left.Length - TextTable.Gap.Length;
        (int first, int last) = (0, 0);
        while ((first <= last ? widths[1 + first] : widths[inputs - last]) is var next && next <= room)
        {
            (first, last) = first <= last ? (first + 1, last) : (first, last + 1);
            room -= next;
        }

        return Array.ConvertAll(rows, row => (string[])[.. row[..(1 + first)], Left, .. row[(1 + inputs - last)..]]);
    }

    private static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
