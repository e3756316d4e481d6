using NeuronDemo.Files;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Models;

/// <summary>A network to keep and to take elsewhere, as an ONNX file.</summary>
/// <remarks>
/// <see href="https://onnx.ai">ONNX</see> is the format in which ONNX Runtime, Netron and most tools of the field pass
/// networks on.
/// </remarks>
/// <param name="Network">The network.</param>
public sealed record Model(NeuralNetwork Network)
{
    /// <summary>The names of the inputs in their order, as far as they are known: else none.</summary>
    public IReadOnlyList<string> InputNames { get; init; } = [];

    /// <summary>The names of what the outputs were trained to hit, in their order, as far as they are known: else none.</summary>
    public IReadOnlyList<string> TargetNames { get; init; } = [];

    /// <summary>What else is known of the network, say how it was trained: a text by its name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a model from an ONNX file.</summary>
    /// <remarks>
    /// The file may come from any tool. Its graph has to be a chain of layers: MatMul and Add, or Gemm, then Sigmoid. The
    /// weights may be double or float; computed is in double. No other file is touched, whatever this one says.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <returns>The model.</returns>
    /// <exception cref="UnusableInputException">The file can't be read, is damaged, or is no such chain.</exception>
    public static Model Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = InputFile.Open(path);
        return InputFile.Try(path, () => Read(stream, Excerpt.Name(path)));
    }

    /// <summary>Writes the model as an ONNX file, in double precision.</summary>
    /// <remarks>
    /// The graph takes <c>inputs</c> [rows, inputs] and gives <c>outputs</c> [rows, outputs], for any number of rows. The
    /// same model gives the same bytes.
    /// </remarks>
    /// <returns>The content of the file.</returns>
    public byte[] ToOnnx() => OnnxWriter.Write(this);

    private static Model Read(FileStream stream, string name)
    {
        try
        {
            return OnnxReader.Read(stream);
        }
        catch (UnusableInputException reason)
        {
            throw new UnusableInputException(
                new($"'{name}' can't be used as a model: {reason.Text.English}", $"“{name}”不能用作模型：{reason.Text.Chinese}"), reason);
        }
    }
}
