using System.Runtime.Versioning;
using CsCheck;
using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;
using NeuronDemo.Models.Onnx;
using NeuronDemo.Network;
using DataType = NeuronDemo.Models.Onnx.TensorProto.Types.DataType;

namespace NeuronDemo.Tests.Models;

public sealed class ModelTests
{
    [Fact]
    public void A_network_reads_back_bit_for_bit() =>
        Networks.WithInputs.Sample(given =>
        {
            NeuralNetwork read = Read(new Model(given.Network).ToOnnx()).Network;

            Assert.Equal(given.Network.Layers.Count, read.Layers.Count);
            foreach ((Layer written, Layer layer) in given.Network.Layers.Zip(read.Layers))
            {
                Assert.Equal(written.Weights, layer.Weights);
                Assert.Equal(written.Bias, layer.Bias);
            }

            Assert.Equal(given.Network.Think(given.Inputs), read.Think(given.Inputs));
        });

    [Fact]
    public void The_same_model_gives_the_same_bytes() =>
        Networks.Any.Sample(network =>
        {
            Model model = new(network) { Facts = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } };
            Model same = new(network.Clone())
            {
                Facts = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
            };

            Assert.Equal(model.ToOnnx(), same.ToOnnx());
        });

    [Fact]
    public void A_path_that_leads_to_no_model_is_refused()
    {
        using TemporaryFolder folder = new();
        string missing = folder.Path("missing.onnx");

        Assert.Equal($"'{folder.Path("")}' is a folder; name a file in it.", Refused(folder.Path("")).English);
        Assert.Equal($"There is no file '{missing}'.", Refused(missing).English);
        Assert.Equal(
            $"'{folder.WriteText("a.onnx", "text")}' can't be used as a model: it is no ONNX file, or damaged.",
            Refused(folder.Path("a.onnx")).English);
        Assert.All([folder.Path(""), missing, folder.Path("a.onnx")], path => Translation.AssertComplete(Refused(path)));
    }

    [Fact]
    public void A_model_that_can_not_be_read_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that not even root can read.");

        Message refused = Refused("/proc/self/mem");

        Assert.StartsWith("'/proc/self/mem' can't be read: ", refused.English, StringComparison.Ordinal);
        Assert.StartsWith("无法读取“/proc/self/mem”：", refused.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_model_that_may_not_be_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Root may read every file, and Windows has other modes.");
        using TemporaryFolder folder = new();
        string path = folder.WriteText("a.onnx", "");
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.StartsWith($"'{path}' can't be read: ", Refused(path).English, StringComparison.Ordinal);
    }

    /// <summary>Other tools put the same layers in other words.</summary>
    public static TheoryData<string> WaysToSayTheSame => [.. SameNetwork.Keys];

    [Theory]
    [MemberData(nameof(WaysToSayTheSame))]
    public void A_file_in_the_words_of_another_tool_gives_the_same_network(string way)
    {
        NeuralNetwork read = Read(Changed(SameNetwork[way])).Network;

        Matrix<double> inputs = Matrix<double>.Build.DenseOfRowArrays([1, -2], [0.25, 3]);
        Assert.Equal(Example.Think(inputs), read.Think(inputs));
    }

    /// <summary>And so may the scaling be: the means are 1 and 1, the deviations 2 and 2.</summary>
    public static TheoryData<string> WaysToScale => [.. SameScaling.Keys];

    [Theory]
    [MemberData(nameof(WaysToScale))]
    public void A_scaling_in_the_words_of_another_tool_is_the_same(string way)
    {
        Scaling? scaling = Read(Changed(file =>
        {
            UseScaling(file);
            SameScaling[way](file);
        })).Scaling;

        Assert.Equal([1, 1], scaling!.Means);
        Assert.Equal([2, 2], scaling.Deviations);
    }

    [Fact]
    public void Half_a_scaling_leaves_the_other_half_out()
    {
        Scaling? onlyMeans = Read(Changed(file => UseHalfAScaling(file, drop: 1))).Scaling;
        Scaling? onlyDeviations = Read(Changed(file => UseHalfAScaling(file, drop: 0))).Scaling;

        Assert.Equal([[1, 1], [1, 1]], [onlyMeans!.Means, onlyMeans.Deviations]);
        Assert.Equal([[0, 0], [2, 2]], [onlyDeviations!.Means, onlyDeviations.Deviations]);
        Assert.Null(Read(Changed(_ => { })).Scaling);
    }

    private static void UseHalfAScaling(ModelProto file, int drop)
    {
        UseScaling(file);
        NodeProto dropped = file.Graph.Node[drop];
        file.Graph.Node[drop + 1].Input[0] = dropped.Input[0];
        file.Graph.Node.RemoveAt(drop);
    }

    /// <summary>Two layers of small whole numbers, which are the same in float and in double: 2 -> 3 -> 1.</summary>
    internal static NeuralNetwork Example { get; } = new(
        new Layer(
            Matrix<double>.Build.DenseOfRowArrays([1, -2, 3], [4, 0.5, -6]),
            Vector<double>.Build.DenseOfArray([-1, 2, 0.25])),
        new Layer(
            Matrix<double>.Build.DenseOfRowArrays([2], [-3], [1.5]),
            Vector<double>.Build.DenseOfArray([0.5])));

    /// <summary>The example's file, changed.</summary>
    internal static byte[] Changed(Action<ModelProto> change)
    {
        ModelProto file = ModelProto.Parser.ParseFrom(new Model(Example).ToOnnx());
        change(file);
        return file.ToByteArray();
    }

    private static Message Refused(string path) => Assert.Throws<UnusableInputException>(() => Model.Load(path)).Text;

    internal static Model Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return OnnxReader.Read(stream);
    }

    /// <summary>Before the layers, the inputs become (x - 1) / 2.</summary>
    internal static void UseScaling(ModelProto file) => file.Graph =
        ModelProto.Parser.ParseFrom(new Model(Example) { Scaling = new([1, 1], [2, 2]) }.ToOnnx()).Graph;

    /// <summary>Both layers as Gemm: PyTorch writes its linear layers so, with the weights transposed.</summary>
    internal static void UseGemm(ModelProto file)
    {
        GraphProto graph = file.Graph;
        NodeProto[] sigmoids = [.. graph.Node.Where(node => node.OpType == "Sigmoid")];
        graph.Node.Clear();
        for (int l = 0; l < 2; l++)
        {
            TensorProto weights = graph.Initializer[2 * l];
            weights.RawData = ByteString.Empty;
            weights.DoubleData.Add(Example.Layers[l].Weights.ToColumnMajorArray());
            weights.Dims.Clear();
            weights.Dims.Add([Example.Layers[l].OutputCount, Example.Layers[l].InputCount]);
            graph.Node.Add(new NodeProto
            {
                OpType = "Gemm",
                Input = { l == 0 ? "inputs" : "outputs1", $"weights{l + 1}", $"bias{l + 1}" },
                Output = { $"sums{l + 1}" },
                Attribute =
                {
                    new AttributeProto { Name = "alpha", F = 1 },
                    new AttributeProto { Name = "beta", F = 1 },
                    new AttributeProto { Name = "transA", I = 0 },
                    new AttributeProto { Name = "transB", I = 1 },
                },
            });
            graph.Node.Add(sigmoids[l]);
        }
    }

    private static readonly Dictionary<string, Action<ModelProto>> SameNetwork = new()
    {
        ["raw floats"] = file => EachConstant(file, (tensor, numbers) =>
        {
            tensor.DataType = DataType.Float;
            tensor.RawData = ByteString.CopyFrom([.. numbers.SelectMany(number => BitConverter.GetBytes((float)number))]);
        }),
        ["a list of floats"] = file => EachConstant(file, (tensor, numbers) =>
        {
            tensor.DataType = DataType.Float;
            tensor.RawData = ByteString.Empty;
            tensor.FloatData.Add(numbers.Select(number => (float)number));
        }),
        ["a list of doubles"] = file => EachConstant(file, (tensor, numbers) =>
        {
            tensor.RawData = ByteString.Empty;
            tensor.DoubleData.Add(numbers);
        }),
        ["the bias first"] = file =>
        {
            foreach (NodeProto node in file.Graph.Node.Where(node => node.OpType == "Add"))
            {
                (node.Input[0], node.Input[1]) = (node.Input[1], node.Input[0]);
            }
        },
        ["a bias of one row"] = file => file.Graph.Initializer[1].Dims.Insert(0, 1),
        ["a bias without dimensions"] = file => file.Graph.Initializer[3].Dims.Clear(),
        ["Gemm"] = UseGemm,
        ["Gemm and Add"] = file => Array.ForEach([file.Graph.Node[0], file.Graph.Node[3]], node => node.OpType = "Gemm"),
        ["a Gemm that transposes nothing"] = file =>
        {
            file.Graph.Node[0].OpType = "Gemm";
            file.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "transB", I = 0 });
        },
        ["constants among the inputs"] = file =>
            file.Graph.Input.AddRange(file.Graph.Initializer.Select(tensor => new ValueInfoProto { Name = tensor.Name })),
        ["no declared shapes"] = file =>
        {
            file.Graph.Input[0].Type = null;
            file.Graph.Output[0].Type.TensorType.Shape = null;
        },
        ["one row"] = file => file.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue = 1,
        ["the domain written out"] = file => file.Graph.Node[0].Domain = "ai.onnx",
    };

    private static readonly Dictionary<string, Action<ModelProto>> SameScaling = new()
    {
        ["our own words"] = _ => { },
        ["one number for all"] = file => EachConstant(file, (tensor, numbers) =>
        {
            if (tensor.Name is "means" or "deviations")
            {
                tensor.Dims.Clear();
                tensor.RawData = ByteString.CopyFrom(BitConverter.GetBytes(numbers[0]));
            }
        }),
        ["one row"] = file => EachConstant(file, (tensor, _) =>
        {
            if (tensor.Name is "means" or "deviations")
            {
                tensor.Dims.Insert(0, 1);
            }
        }),
    };

    private static void EachConstant(ModelProto file, Action<TensorProto, double[]> change)
    {
        foreach (TensorProto tensor in file.Graph.Initializer)
        {
            byte[] bytes = tensor.RawData.ToByteArray();
            change(tensor, [.. Enumerable.Range(0, bytes.Length / sizeof(double)).Select(i => BitConverter.ToDouble(bytes, i * sizeof(double)))]);
        }
    }
}
