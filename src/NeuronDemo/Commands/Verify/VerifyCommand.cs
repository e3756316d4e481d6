using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Json;
using NeuronDemo.Commands.Options;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;
using NeuronDemo.Text;
using Spectre.Console;

namespace NeuronDemo.Commands.Verify;

/// <summary><c>verify</c>: learns and checks every row against its target.</summary>
internal static class VerifyCommand
{
    // How many rows the verdict lists.
    private const int MostRows = 10;

    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<double> tolerance = NumberOption.Positive(session, "--tolerance", Lesson.Tolerance, new(
            "How near an output has to come to its target; where given, of classes too", "输出与目标值的差须小于此值；明确给出时，类别也按此判断"));
        Option<double?> atLeast = AtLeastOption(session);
        Option<string?> model = new("--model")
        {
            Description = session.Say("Check a saved model on --data instead of training", "不训练，而是用 --data 检查已保存的模型"),
            HelpName = "file",
        };
        Option<bool> json = JsonOption.Create(session);
        Command command = new("verify", session.Say(
            "Train and check every row; exit code 1 if one misses its target", "训练并检查每一行；有一行不达标则退出码为 1"));
        learning.AddTo(command);
        command.Add(tolerance);
        command.Add(atLeast);
        command.Add(model);
        command.Add(json);
        command.SetAction(result =>
        {
            double allowed = result.GetValue(tolerance);
            bool byTolerance = result.GetResult(tolerance) is { Implicit: false };
            if (result.GetValue(model) is string path)
            {
                learning.RequireNone(result);
                Answers saved = AnswersOf(session, path, learning.Data.FileOf(result) ?? throw new UnusableInputException(new(
                    "Name the rows to check the model with: --data FILE.csv", "请指定用来检查模型的数据：--data 文件.csv")), learning.Data.SkipsMissing(result));
                return Tell(new(saved, allowed, result.GetValue(atLeast), saved.HaveClasses && !byTolerance), null);
            }

            Outcome outcome = session.Learn(learning.Read(result));
            session.Tell(Diagnosis.Unfinished(outcome));
            Answers decisive = outcome.HeldOut ?? outcome.Answers;
            return Tell(new(decisive, allowed, result.GetValue(atLeast), decisive.HaveClasses && !outcome.Lesson.Data.IsTruthTable && !byTolerance), outcome);

            int Tell(Verification verification, Outcome? outcome)
            {
                session.Output.Write(
                    result.GetValue(json) ? JsonSerializer.Serialize(new(verification, outcome), JsonContext.Default.VerificationJson) + "\n"
                    : outcome?.Lesson.Data.IsTruthTable == true && verification.AtLeast is null
                        ? Table(session, outcome, [.. verification.RowsWrong]) + session.Say(Verdict([.. verification.RowsWrong], allowed)) + "\n"
                    : (outcome is null ? "" : session.Say(Understanding.Of(outcome.Lesson.Data)) + "\n\n")
                        + VerifyReport.Of(verification, session.Language, Width(session)));
                return verification.Passed ? 0 : ExitCodes.VerificationFailed;
            }
        });
        return command;
    }

    // As wide as the terminal, or as a page where there is none.
    private static int Width(Session session) => session.OutputIsTerminal ? Math.Max(40, AnsiConsole.Profile.Width) : 100;

    private static Answers AnswersOf(Session session, string path, string data, bool skipsMissing)
    {
        Model model = Model.Load(path);
        KnownRows rows = session.ReadFor(model, data, skipsMissing, needsTargets: true);
        return rows.Targets is null
            ? throw new UnusableInputException(new(
                $"'{data}' does not have the model's targets in every row, so there is nothing to check; predict answers without them.",
                $"“{data}”没有在每一行给出该模型的目标值，无法检查；predict 不需要目标值。"))
            : new(model.Think(rows.Inputs), new(rows.Inputs, rows.Targets) { InputColumns = model.Inputs, Meaning = model.Meaning, RowNumbers = rows.LinesLeftOut.Count > 0 ? rows.Numbers : null });
    }

    private static Option<double?> AtLeastOption(Session session) => new("--at-least")
    {
        Description = session.Say("Share of the rows that has to be right, say 95%; else all", "至少要有多少行正确，如 95%；省略时为全部"),
        HelpName = "share",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (ShareText.TryParse(text) is > 0 and <= 1 and double share)
            {
                return share;
            }

            result.AddError(session.Say(
                $"--at-least takes a share up to 1, say 95% or 0.95, not '{text}'.", $"--at-least 需要不超过 1 的比例，如 95% 或 0.95，而不是“{text}”。"));
            return null;
        },
    };

    private static string Table(Session session, Outcome outcome, int[] missing)
    {
        HashSet<int> failed = [.. missing];
        string[] heading =
        [
            session.Say("row", "行"), session.Say("inputs", "输入"), session.Say("target", "目标"),
            session.Say("output", "输出"), session.Say("error", "误差"), session.Say("result", "结果"),
        ];
        string pass = session.Say("pass", "通过");
        string fail = session.Say("FAIL", "未通过");
        return TextTable.Format([heading, .. Enumerable.Range(0, outcome.Answers.Outputs.RowCount).Select(row => new[]
        {
            (row + 1).ToString(CultureInfo.InvariantCulture),
            Numbers(outcome.Lesson.Data.Inputs.Row(row), "G6"),
            Numbers(outcome.Lesson.Data.Targets.Row(row), "G6"),
            Numbers(outcome.Answers.Outputs.Row(row), "F8"),
            Numbers(outcome.Lesson.Data.Targets.Row(row) - outcome.Answers.Outputs.Row(row), "F8"),
            failed.Contains(row) ? fail : pass,
        })]);
    }

    private static string Numbers(Vector<double> numbers, string format) =>
        string.Join(' ', numbers.Select(number => number.ToString(format, CultureInfo.InvariantCulture)));

    private static Message Verdict(int[] missing, double tolerance)
    {
        string allowed = tolerance.ToString(CultureInfo.InvariantCulture);
        return missing.Length switch
        {
            0 => new($"Verification passed: every output is within {allowed} of its target", $"验收通过：每个误差的绝对值都小于 {allowed}"),
            1 => new($"Verification failed: row {missing[0] + 1} misses its target by {allowed} or more", Failed($"第 {missing[0] + 1} 行")),
            <= MostRows => new($"Verification failed: rows {Rows(", ")} miss their targets by {allowed} or more", Failed($"第 {Rows("、")} 行")),
            int count => new($"Verification failed: {count} rows ({Rows(", ")}, ...) miss their targets by {allowed} or more", Failed($"{count} 行（第 {Rows("、")}……行）")),
        };

        string Rows(string comma) => string.Join(comma, missing.Take(MostRows).Select(row => (row + 1).ToString(CultureInfo.InvariantCulture)));

        string Failed(string rows) => $"验收未通过：{rows}偏离目标值达 {allowed} 或以上";
    }
}
