using System.Buffers.Binary;
using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Models.Onnx;
using NeuronDemo.Network;

namespace NeuronDemo.Models;

/// <summary>Writes a model as ONNX: a MatMul, an Add if there is a bias, and a Sigmoid for each layer.</summary>
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
            Graph = Graph(model.Network),
            OpsetImport = { new OperatorSetIdProto { Version = OperatorVersion } },
        };
        OnnxMetadata.Write(model, file.MetadataProps);
        return file.ToByteArray();
    }

    private static GraphProto Graph(NeuralNetwork network)
    {
        GraphProto graph = new()
        {
            Name = "network",
            Input = { Value("inputs", network.InputCount) },
            Output = { Value("outputs", network.OutputCount) },
        };
        string x = "inputs";
        for (int l = 1; l <= network.Layers.Count; l++)
        {
            Layer layer = network.Layers[l - 1];
            graph.Initializer.Add(Constant($"weights{l}", layer.Weights.ToRowMajorArray(), layer.InputCount, layer.OutputCount));
            x = Append("MatMul", $"products{l}", x, $"weights{l}");
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
