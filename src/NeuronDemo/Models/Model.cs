using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Files;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;
using static System.FormattableString;

namespace NeuronDemo.Models;

/// <summary>A network to keep and to take elsewhere, as an ONNX file.</summary>
/// <remarks>
/// <see href="https://onnx.ai">ONNX</see> is the format in which ONNX Runtime, Netron and most tools of the field pass
/// networks on.
/// </remarks>
/// <param name="Network">The network.</param>
public sealed record Model(NeuralNetwork Network)
{
    /// <summary>What is done to the inputs before the first layer, if anything is; no deviation in it is 0.</summary>
    public Scaling? Scaling { get; init; }

    /// <summary>Which columns the inputs come from, in their order; none if that is not known.</summary>
    public IReadOnlyList<InputColumn> Inputs { get; init; } = [];

    /// <summary>A name for each input, or none if they are not known.</summary>
    public IReadOnlyList<string> InputNames => [.. Inputs.SelectMany(column => column.InputNames)];

    /// <summary>What the outputs mean, or null if that is not known.</summary>
    public OutputMeaning? Meaning { get; init; }

    /// <summary>What else is known of the network, say how it was trained: a text by its name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>What a lesson leaves: the network for inputs as they came, and how it was trained.</summary>
    /// <param name="outcome">What came of the lesson.</param>
    /// <exception cref="UnusableInputException">The weights are not finite.</exception>
    public static Model Of(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Of(outcome.Network, outcome.Lesson.Data) with
        {
            Facts = new Dictionary<string, string>
            {
                ["seed"] = Invariant($"{outcome.Lesson.Seed}"),
                ["iterations"] = Invariant($"{outcome.Lesson.Iterations}"),
                ["stepSize"] = outcome.Lesson.Steps.StepSize is double size ? Invariant($"{size}") : "auto",
                ["meanSquaredError"] = Invariant($"{outcome.Answers.MeanSquaredError}"),
            },
        };
    }

    /// <summary>The model of a trained network, for inputs as they came; it answers with the trained network's very bits.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">What it learned from: its scaling, whether its last input is a constant 1, and its names.</param>
    /// <exception cref="UnusableInputException">The weights are not finite.</exception>
    public static Model Of(NeuralNetwork network, TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        Layer first = network.Layers[0];
        if (!network.Layers.All(layer => layer.Weights.ForAll(double.IsFinite)))
        {
            throw new UnusableInputException(new(
                "Weights that are not finite can't be saved; scale the inputs or take a smaller --step-size.",
                "权重不是有限的数，无法保存；请缩放输入或减小 --step-size。"));
        }

        int inputs = first.InputCount - (data.HasBias ? 1 : 0);
        Matrix<double> weights = first.Weights.SubMatrix(0, inputs, 0, first.OutputCount);
        Vector<double>? bias = data.HasBias ? first.Weights.Row(inputs) : null;
        Scaling? scaling = data.Scaling;
        if (scaling is not null)
        {
            // An input that was constant became 0 whatever its weight. No division by a finite number does that, but a
            // weight of 0 does, and adds the same 0 to the sum.
            weights.MapIndexedInplace((i, _, w) => scaling.Deviations[i] == 0 ? 0 : w, Zeros.AllowSkip);
            scaling = scaling with { Deviations = [.. scaling.Deviations.Select(deviation => deviation == 0 ? 1 : deviation)] };
        }

        return new(new NeuralNetwork([new(weights, bias), .. network.Layers.Skip(1)]))
        {
            Scaling = scaling,
            Inputs = data.InputColumns,
            Meaning = data.Meaning,
        };
    }

    /// <summary>Reads a model from an ONNX file.</summary>
    /// <remarks>
    /// The file may come from any tool. Its graph has to be a chain of layers: MatMul and Add, or Gemm, then Sigmoid. Sub and
    /// Div may stand before the first. The constants may be double or float, and all is computed in double. No other file is
    /// touched, whatever this one says.
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

    /// <summary>What the model answers: the inputs are scaled, and the network thinks.</summary>
    /// <param name="inputs">The inputs as they came (rows x inputs), finite.</param>
    /// <param name="cancellationToken">Stops computing.</param>
    /// <returns>The outputs (rows x outputs), each in [0, 1].</returns>
    /// <exception cref="UnusableInputException">A row has no answer: its numbers are so large that sums overflow.</exception>
    /// <exception cref="OperationCanceledException">Computing was cancelled.</exception>
    public Matrix<double> Think(Matrix<double> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Matrix<double> x = inputs;
        if (Scaling is not null)
        {
            x = inputs.Clone();
            Scaling.Apply(x);
        }

        return FirstOverflow(x) is int row
            ? throw new UnusableInputException(new(
                $"Row {row + 1} has no answer: its inputs are so large that the model's sums overflow.",
                $"第 {row + 1} 行数据没有答案：输入太大，模型的求和溢出。"))
            : Network.Think(x, cancellationToken);
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

    // What a sum that overflows comes to depends on the processor: infinity, or NaN if it fuses no multiplication with an
    // addition. Behind the first layer inputs are at most 1, and no product overflows.
    private int? FirstOverflow(Matrix<double> x)
    {
        Layer first = Network.Layers[0];
        Vector<double> bias = first.Bias ?? Vector<double>.Build.Dense(first.OutputCount);
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(x.ColumnMajorValues()));
        if (double.IsFinite((1 + largest) * (first.Weights.ColumnAbsoluteSums() + bias.PointwiseAbs()).Maximum()))
        {
            return null;
        }

        Matrix<double> magnitudes = x.PointwiseAbs() * first.Weights.PointwiseAbs();
        int row = magnitudes.EnumerateRows().TakeWhile(sums => (sums + bias.PointwiseAbs()).ForAll(double.IsFinite)).Count();
        return row < x.RowCount ? row : null;
    }
}
