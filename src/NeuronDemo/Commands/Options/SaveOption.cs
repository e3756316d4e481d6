using System.CommandLine;
using System.Globalization;
using NeuronDemo.Files;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--save FILE.onnx</c>: keeps what was learned.</summary>
internal static class SaveOption
{
    public static Option<string> Create(Session session) => new("--save")
    {
        Description = session.Say("Save what was learned as a model file: .onnx; - for standard output", "把学到的网络存为模型文件：.onnx；- 表示标准输出"),
        HelpName = "file",
    };

    /// <summary>Begins the file before anything is computed.</summary>
    public static OutputFile Begin(Session session, string path) =>
        OutputFile.IsStream(path) || Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase)
            ? session.Begin(path)
            : throw new UnusableInputException(new(
                $"'{Excerpt.Name(path)}' has to end in .onnx.", $"“{Excerpt.Name(path)}”的扩展名必须是 .onnx。"));

    /// <summary>What a lesson leaves: the network for inputs as they came, and how it was trained.</summary>
    /// <exception cref="UnusableInputException">The weights are not finite.</exception>
    public static Model ModelOf(Outcome outcome)
    {
        Layer first = RawInputs.Fold(outcome.Network.Layers[0], outcome.Lesson.Data.Scaling, outcome.Lesson.Data.HasBias);
        Model model = new(new NeuralNetwork([first, .. outcome.Network.Layers.Skip(1)]))
        {
            InputNames = outcome.Lesson.Data.InputNames?.Take(first.InputCount).ToArray() ?? [],
            TargetNames = outcome.Lesson.Data.TargetNames ?? [],
            Facts = FactsOf(outcome),
        };
        return model.Network.Layers.All(IsFinite)
            ? model
            : throw new UnusableInputException(new(
                "Weights that are not finite can't be saved; scale the inputs or take a smaller --step-size.",
                "权重不是有限的数，无法保存；请缩放输入或减小 --step-size。"));
    }

    private static bool IsFinite(Layer layer) =>
        layer.Weights.ForAll(double.IsFinite) && (layer.Bias?.ForAll(double.IsFinite) ?? true);

    private static Dictionary<string, string> FactsOf(Outcome outcome) => new()
    {
        ["seed"] = outcome.Lesson.Seed.ToString(CultureInfo.InvariantCulture),
        ["iterations"] = outcome.Lesson.Iterations.ToString(CultureInfo.InvariantCulture),
        ["stepSize"] = outcome.Lesson.StepSize.ToString(CultureInfo.InvariantCulture),
        ["meanSquaredError"] = outcome.Answers.MeanSquaredError.ToString(CultureInfo.InvariantCulture),
    };
}
