using System.CommandLine;
using NeuronDemo.Files;
using NeuronDemo.Messages;
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
}
