using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using NeuronDemo.Lessons;
using NeuronDemo.Models;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Models;

/// <summary>ONNX Runtime, the reference for the format, reads what is saved.</summary>
public sealed class OnnxRuntimeTests
{
    [Fact]
    public void Onnx_Runtime_gives_our_outputs_for_any_saved_network() =>
        Networks.WithInputs.Sample(
            given =>
            {
                using InferenceSession session = new(new Model(given.Network).ToOnnx());

                Matrix<double> outputs = Run(session, given.Inputs);

                Matrix<double> ours = given.Network.Think(given.Inputs);
                Assert.Equal((ours.RowCount, ours.ColumnCount), (outputs.RowCount, outputs.ColumnCount));
                Assert.InRange((outputs - ours).Enumerate().Max(Math.Abs), 0, 1e-12);
            },
            iter: 100);

    [Fact]
    public void Onnx_Runtime_finds_the_names_shapes_and_facts_that_were_saved()
    {
        Model model = new(new NeuralNetwork(seed: 1, 3, 2))
        {
            Inputs = [new("width"), new("长度"), new("a, b")],
            Meaning = new(new NumberTarget("yes"), new NumberTarget("no")),
            Facts = new Dictionary<string, string> { ["seed"] = "1" },
        };

        using InferenceSession session = new(model.ToOnnx());

        (string input, NodeMetadata inputs) = Assert.Single(session.InputMetadata);
        (string output, NodeMetadata outputs) = Assert.Single(session.OutputMetadata);
        Assert.Equal("inputs", input);
        Assert.Equal("outputs", output);
        Assert.Equal([-1, 3], inputs.Dimensions);
        Assert.Equal([-1, 2], outputs.Dimensions);
        Assert.Equal(["rows", ""], inputs.SymbolicDimensions);
        Assert.Equal((typeof(double), typeof(double)), (inputs.ElementType, outputs.ElementType));
        Assert.Equal(("NeuronDemo", "network"), (session.ModelMetadata.ProducerName, session.ModelMetadata.GraphName));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["seed"] = "1",
                ["input.1"] = "width",
                ["input.2"] = "长度",
                ["input.3"] = "a, b",
                ["target.1"] = "yes",
                ["target.2"] = "no",
            },
            session.ModelMetadata.CustomMetadataMap);
    }

    internal static Matrix<double> Run(InferenceSession session, Matrix<double> inputs)
    {
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(inputs.ToRowMajorArray(), [inputs.RowCount, inputs.ColumnCount]);
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(options, ["inputs"], [value], ["outputs"]);
        long[] shape = results[0].GetTensorTypeAndShape().Shape;
        return Matrix<double>.Build.DenseOfRowMajor((int)shape[0], (int)shape[1], results[0].GetTensorDataAsSpan<double>().ToArray());
    }
}
