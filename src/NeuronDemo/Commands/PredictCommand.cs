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

namespace NeuronDemo.Commands;

/// <summary><c>predict</c>: asks a saved model.</summary>
internal static class PredictCommand
{
    public static Command Create(Session session)
    {
        Option<string> file = new("--model")
        {
            Description = session.Say("The model: an ONNX file, from train --save or elsewhere", "模型：ONNX 文件，由 train --save 或其他工具生成"),
            HelpName = "file",
        };
        Argument<string[]> numbers = new("numbers")
        {
            Description = session.Say("The inputs; twice as many make two rows, and so on", "输入值；给两倍个数就是两行，以此类推"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> data = new("--data")
        {
            Description = session.Say(
                "Ask about the rows of a CSV file, - for standard input; columns are found by name, and where it has the targets too, the answers are scored",
                "预测 CSV 文件的各行，- 表示标准输入；各列按名字查找，若也有目标列则给出成绩"),
            HelpName = "file",
        };
        Option<bool> skipMissing = DataOptions.SkipMissingOption(session);
        Option<bool> json = JsonOption.Create(session);
        Command command = new("predict", session.Say("Ask a saved model", "用已保存的模型预测"))
        {
            numbers, file, data, skipMissing, json,
        };
        command.SetAction(result =>
        {
            string[] words = result.GetValue(numbers)!;
            if (words.FirstOrDefault(IsOption) is string unknown)
            {
                throw new UnusableInputException(WrongUse.ExplainUnknown(result, unknown));
            }

            Model model = Model.Load(result.GetValue(file) ?? throw new UnusableInputException(new(
                "Name the model: --model FILE.onnx", "请指定模型：--model 文件.onnx")));
            KnownRows? rows = (words, result.GetValue(data)) switch
            {
                ([], string path) => session.ReadFor(model, path, result.GetValue(skipMissing)),
                (_, null) => null,
                _ => throw new UnusableInputException(new("Give numbers or --data, not both.", "数与 --data 只能给出其一。")),
            };
            Matrix<double> inputs = rows?.Inputs ?? InputRows.OfWords(words, model);
            Matrix<double> outputs = model.Think(inputs, session.Interrupted);
            session.Output.Write(result.GetValue(json)
                ? JsonSerializer.Serialize(new(inputs, outputs, model.Meaning, rows), JsonContext.Default.PredictionJson) + "\n"
                : string.Concat(outputs.EnumerateRows().Select(row => Line(row, model.Meaning) + "\n")));
            if (rows?.Targets is { } targets)
            {
                session.Tell(Transcript.Score(new(outputs, new(inputs, targets) { Meaning = model.Meaning })));
            }
        });
        return command;
    }

    // Negative numbers are no options. The parser lets both pass.
    private static bool IsOption(string word) => word is ['-', not ((>= '0' and <= '9') or '.'), ..];

    // A class with how sure it is, or a number in its own unit: the shortest digits that read back as the very double.
    private static string Line(Vector<double> outputs, OutputMeaning? meaning) => string.Join(' ', meaning is null
        ? outputs.Select(Shortest)
        : meaning.Decode(outputs.AsArray()).Zip(meaning.Columns, (answer, column) => column is ClassTarget
            ? $"{Excerpt.Name(answer.Class ?? "?")} {answer.Number.ToString("0.0000", CultureInfo.InvariantCulture)}"
            : Shortest(answer.Number)));

    private static string Shortest(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
