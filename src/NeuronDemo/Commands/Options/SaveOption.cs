using System.CommandLine;
using System.Globalization;
using NeuronDemo.Files;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--save FILE.onnx</c>: keeps what was learned.</summary>
internal static class SaveOption
{
    public static Option<string> Create(Session session) => new("--save")
    {
        Description = session.Say("Save what was learned as a model file: .onnx", "把学到的网络存为模型文件：.onnx"),
        HelpName = "file",
    };

    /// <summary>Begins the file before anything is computed.</summary>
    public static OutputFile Begin(string path) =>
        Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase)
            ? new(path)
            : throw new UnusableInputException(new($"'{path}' has to end in .onnx.", $"“{path}”的扩展名必须是 .onnx。"));

    /// <summary>What a lesson leaves: the network for inputs as they came, and how it was trained.</summary>
    /// <exception cref="UnusableInputException">The weights are not finite.</exception>
    public static Model ModelOf(Outcome outcome) => Model.Of(outcome.Network, outcome.Lesson.Data) with { Facts = FactsOf(outcome) };

    private static Dictionary<string, string> FactsOf(Outcome outcome) => new()
    {
        ["seed"] = outcome.Lesson.Seed.ToString(CultureInfo.InvariantCulture),
        ["iterations"] = outcome.Lesson.Iterations.ToString(CultureInfo.InvariantCulture),
        ["stepSize"] = outcome.Lesson.StepSize.ToString(CultureInfo.InvariantCulture),
        ["meanSquaredError"] = outcome.Answers.MeanSquaredError.ToString(CultureInfo.InvariantCulture),
    };
}
