using System.Buffers.Binary;
using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Models.Onnx;
using NeuronDemo.Network;

namespace NeuronDemo.Models;

/// <summary>
/// Writes a model as ONNX: Sub and Div for the scaling, if there is one; then a MatMul, an Add if there is a bias, and a
/// Sigmoid for each layer.
/// </summary>
internal static class OnnxWriter
{
    // The format of ONNX 1.8 and its operators: any reader of the last years takes them, and nothing newer is needed.
    private const int FormatVersion = 7;
    private const int OperatorVersion = 13;

    public static byte[] Write(Model model)
    {
        ModelProto file = new()
        {
            IrVersion = FormatVersion,
            ProducerName = "NeuronDemo",
            Graph = Graph(model.Network, model.Scaling),
            OpsetImport = { new OperatorSetIdProto { Version = OperatorVersion } },
        };
        OnnxMetadata.Write(model, file.MetadataProps);
        return file.ToByteArray();
    }

    private static GraphProto Graph(NeuralNetwork network, Scaling? scaling)
    {
        GraphProto graph = new()
        {
            Name = "network",
            Input = { Value("inputs", network.InputCount) },
            Output = { Value("outputs", network.OutputCount) },
        };
        string x = "inputs";
        if (scaling is not null)
        {
            graph.Initializer.Add(Constant("means", [.. scaling.Means], network.InputCount));
            graph.Initializer.Add(Constant("deviations", [.. scaling.Deviations], network.InputCount));
            x = Append("Sub", "centred", x, "means");
            x = Append("Div", "standardized", x, "deviations");
        }

        for (int l = 1; l <= network.Layers.Count; l++)
        {
            Layer layer = network.Layers[l - 1];
            graph.Initializer.Add(Constant($"weights{l}", layer.Weights.ToRowMajorArray(), layer.InputCount, layer.OutputCount));

            // ONNX Runtime makes a division by a single number part of the MatMul behind it, rounded to float. Gemm, the same
            // product, it leaves alone.
            bool isDividedByOneNumber = l == 1 && scaling is not null && layer.InputCount == 1;
            x = Append(isDividedByOneNumber ? "Gemm" : "MatMul", $"products{l}", x, $"weights{l}");
            if (layer.Bias is Vector<double> bias)
            {
                graph.Initializer.Add(Constant($"bias{l}", bias.ToArray(), layer.OutputCount));
                x = Append("Add", $"sums{l}", x, $"bias{l}");
            }

            x = Append("Sigmoid", l == network.Layers.Count ? "outputs" : $"outputs{l}", x);
        }

        return graph;

        string Append(string operation, string output, params string[] inputs)
        {
            graph.Node.Add(new NodeProto { OpType = operation, Input = { inputs }, Output = { output } });
            return output;
        }
    }

    private static ValueInfoProto Value(string name, int columns) => new()
    {
        Name = name,
        Type = new()
        {
            TensorType = new()
            {
                ElemType = TensorProto.Types.DataType.Double,
                Shape = new() { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "rows" }, new TensorShapeProto.Types.Dimension { DimValue = columns } } },
            },
        },
    };

    private static TensorProto Constant(string name, double[] numbers, params long[] dimensions)
    {
        byte[] bytes = new byte[numbers.Length * sizeof(double)];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), numbers[i]);
        }

        return new()
        {
            Name = name,
            DataType = TensorProto.Types.DataType.Double,
            Dims = { dimensions },
            RawData = UnsafeByteOperations.UnsafeWrap(bytes),
        };
    }
}
