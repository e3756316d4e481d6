using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Json;
using NeuronDemo.Commands.Options;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary><c>verify</c>: learns and checks every row against its target.</summary>
internal static class VerifyCommand
{
    // How many rows the verdict lists.
    private const int MostRows = 10;

    private const int Failed = 1;

    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<double> tolerance = NumberOption.Positive(session, "--tolerance", Lesson.Tolerance, new(
            "How near an output has to come to its target", "输出与目标值的差须小于此值"));
        Option<bool> json = JsonOption.Create(session);
        Command command = new("verify", session.Say(
            "Train and check every row; exit code 1 if one misses its target", "训练并检查每一行；有一行不达标则退出码为 1"));
        learning.AddTo(command);
        command.Add(tolerance);
        command.Add(json);
        command.SetAction(result =>
        {
            Outcome outcome = session.Learn(learning.Read(result));
            session.Tell(Diagnosis.Unfinished(outcome));
            double allowed = result.GetValue(tolerance);
            int[] missing = [.. outcome.Answers.RowsMissing(allowed)];
            session.Output.Write(result.GetValue(json)
                ? JsonSerializer.Serialize(new(outcome, allowed, missing), JsonFormat.Default.VerificationJson) + "\n"
                : Table(session, outcome, missing) + session.Say(Verdict(missing, allowed)) + "\n");
            return missing.Length == 0 ? 0 : Failed;
        });
        return command;
    }

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
