using System.CommandLine;
using System.Globalization;
using NeuronDemo.Models;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

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

    /// <summary>What a lesson leaves: the network, and how it was trained.</summary>
    public static Model ModelOf(Lesson lesson) => new(lesson.Network)
    {
        Facts = new Dictionary<string, string>
        {
            ["seed"] = lesson.Seed.ToString(CultureInfo.InvariantCulture),
            ["iterations"] = lesson.Iterations.ToString(CultureInfo.InvariantCulture),
            ["stepSize"] = lesson.StepSize.ToString(CultureInfo.InvariantCulture),
            ["meanSquaredError"] = lesson.MeanSquaredError.ToString(CultureInfo.InvariantCulture),
        },
    };
}
