using CsCheck;
using Google.Protobuf;
using NeuronDemo.Messages;
using NeuronDemo.Models.Onnx;
using DataType = NeuronDemo.Models.Onnx.TensorProto.Types.DataType;

namespace NeuronDemo.Tests.Models;

/// <summary>Files that are damaged, or made to do damage, are refused in one line and cost little.</summary>
public sealed class HostileModelTests
{
    private const int MostBytesAFileByte = 200;
    private const int MostBytesAtRest = 100_000;

    private static readonly Dictionary<string, (Action<ModelProto> Change, string Reason)> Changes = new()
    {
        ["an unknown operator"] = (file => file.Graph.Node[2].OpType = "Relu", "'Relu'"),
        ["an operator of another domain"] = (file => file.Graph.Node[0].Domain = "com.example", "'com.example.MatMul'"),
        ["an operator with a long name on many lines"] = (file => file.Graph.Node[0].OpType = "\r\n\u001b[31m" + new string('x', 1_000_000), "' [31mxxx"),
        ["a cycle"] = (file => file.Graph.Node[0].Input[0] = "outputs", "MatMul"),
        ["a node that takes its own output"] = (file => file.Graph.Node[0].Input[0] = file.Graph.Node[0].Output[0], "MatMul"),
        ["a branch"] = (file => file.Graph.Node[3].Input[0] = "sums1", "MatMul"),
        ["nodes in the wrong order"] = (file => (file.Graph.Node[0], file.Graph.Node[1]) = (file.Graph.Node[1], file.Graph.Node[0]), "Add"),
        ["a MatMul behind a MatMul"] = (file => file.Graph.Node.RemoveAt(2), "MatMul"),
        ["a sum of what flows"] = (file => file.Graph.Node[1].Input[1] = "products1", "'products1'"),
        ["a Sigmoid of the inputs"] = (file => file.Graph.Node[0] = new() { OpType = "Sigmoid", Input = { "inputs" }, Output = { "products1" } }, "Sigmoid"),
        ["a node without inputs"] = (file => file.Graph.Node[0].Input.Clear(), "is no link"),
        ["a node without outputs"] = (file => file.Graph.Node[0].Output.Clear(), "is no link"),
        ["an Add without outputs"] = (file => file.Graph.Node[1].Output.Clear(), "is no link"),
        ["a MatMul of three"] = (file => file.Graph.Node[0].Input.Add("bias1"), "is no link"),
        ["an Add of one"] = (file => file.Graph.Node[1].Input.RemoveAt(1), "is no link"),
        ["an Add of two constants"] = (file => file.Graph.Node[1].Input[0] = "bias1", "is no link"),
        ["a Sigmoid of two"] = (file => file.Graph.Node[2].Input.Add("bias1"), "is no link"),
        ["a Gemm of one"] = (file => ChangeGemm(file, gemm =>
        {
            gemm.Input.Clear();
            gemm.Input.Add("inputs");
        }), "is no link"),
        ["an output before its Sigmoid"] = (file =>
        {
            file.Graph.Node.RemoveAt(5);
            file.Graph.Output[0].Name = "sums2";
        }, "Sigmoid"),
        ["an output that is the input"] = (file =>
        {
            file.Graph.Node.Clear();
            file.Graph.Output[0].Name = "inputs";
        }, "Sigmoid"),
        ["no Sigmoid at the end"] = (file => file.Graph.Node.RemoveAt(5), "Sigmoid"),
        ["no nodes"] = (file => file.Graph.Node.Clear(), "Sigmoid"),
        ["an output from the middle"] = (file => file.Graph.Output[0].Name = "outputs1", "output"),
        ["no graph"] = (file => file.Graph = null, "no graph"),
        ["an empty graph"] = (file => file.Graph = new(), "0 inputs and 0 outputs"),
        ["two inputs"] = (file => file.Graph.Input.Add(new ValueInfoProto { Name = "more" }), "2 inputs"),
        ["two outputs"] = (file => file.Graph.Output.Add(new ValueInfoProto { Name = "more" }), "2 outputs"),
        ["no constants"] = (file => file.Graph.Initializer.Clear(), "'weights1'"),
        ["terabytes of weights"] = (file => SetDims(file, 0, 1L << 20, 1L << 20), "hold as many"),
        ["dimensions whose product overflows"] = (file => SetDims(file, 0, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue), "impossible shape"),
        ["dimensions whose product overflows to the right size"] = (file => SetDims(file, 0, 1L << 62, 6), "impossible shape"),
        ["negative dimensions"] = (file => SetDims(file, 0, -2, -3), "impossible shape"),
        ["a dimension of 0"] = (file =>
        {
            SetDims(file, 0, 0, 3);
            file.Graph.Initializer[0].RawData = ByteString.Empty;
        }, "impossible shape"),
        ["weights without dimensions"] = (file => SetDims(file, 0), "'weights1'"),
        ["weights with one dimension"] = (file => SetDims(file, 0, 6), "are no matrix"),
        ["a million dimensions"] = (file => SetDims(file, 0, [.. Enumerable.Repeat(1L, 1_000_000)]), "'weights1'"),
        ["less data than the shape says"] = (file => file.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[47]), "hold as many"),
        ["more data than the shape says"] = (file => file.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[49]), "hold as many"),
        ["data in two places"] = (file => file.Graph.Initializer[0].DoubleData.Add(new double[6]), "hold as many"),
        ["data in three places"] = (file =>
        {
            file.Graph.Initializer[0].DoubleData.Add(new double[6]);
            file.Graph.Initializer[0].FloatData.Add(new float[6]);
        }, "hold as many"),
        ["fewer floats than the shape says"] = (file =>
        {
            file.Graph.Initializer[0].DataType = DataType.Float;
            file.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[20]);
        }, "hold as many"),
        ["data in the field of another type"] = (file =>
        {
            file.Graph.Initializer[0].RawData = ByteString.Empty;
            file.Graph.Initializer[0].FloatData.Add(new float[6]);
        }, "'weights1'"),
        ["data in another file"] = (file =>
        {
            file.Graph.Initializer[0].RawData = ByteString.Empty;
            file.Graph.Initializer[0].DataLocation = TensorProto.Types.DataLocation.External;
        }, "another file"),
        ["an unknown place of the data"] = (file => file.Graph.Initializer[0].DataLocation = (TensorProto.Types.DataLocation)7, "'weights1'"),
        ["whole numbers as weights"] = (file => file.Graph.Initializer[0].DataType = (DataType)7, "neither double nor float"),
        ["NaN among the weights"] = (file => SetFirst(file, 0, double.NaN), "finite"),
        ["an infinite bias"] = (file => SetFirst(file, 1, double.NegativeInfinity), "finite"),
        ["a bias of the wrong length"] = (file =>
        {
            SetDims(file, 1, 2);
            file.Graph.Initializer[1].RawData = ByteString.CopyFrom(new byte[16]);
        }, "3 neurons"),
        ["a bias in a column"] = (file => SetDims(file, 1, 3, 1), "3 neurons"),
        ["layers that don't fit"] = (file => (file.Graph.Node[3].Input[1], file.Graph.Node[4].Input[1]) = ("weights1", "bias1"), "layer 2"),
        ["an input of another shape"] = (file => file.Graph.Input[0].Type.TensorType.Shape.Dim[1].DimValue = 3, "'inputs'"),
        ["an output of another shape"] = (file => file.Graph.Output[0].Type.TensorType.Shape.Dim.RemoveAt(0), "'outputs'"),
        ["a setting of MatMul"] = (file => file.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "axis" }), "'axis'"),
        ["a Sub behind a layer"] = (file => file.Graph.Node.Insert(3, new() { OpType = "Sub", Input = { "outputs1", "bias1" }, Output = { "outputs1" } }), "Sub"),
        ["a Div in the middle of a layer"] = (file => file.Graph.Node.Insert(1, new() { OpType = "Div", Input = { "products1", "bias1" }, Output = { "products1" } }), "Div"),
        ["means less the inputs"] = (file => ChangeScaling(file, (sub, _) => (sub.Input[0], sub.Input[1]) = (sub.Input[1], sub.Input[0])), "Sub"),
        ["deviations divided by the inputs"] = (file => ChangeScaling(file, (_, div) => (div.Input[0], div.Input[1]) = (div.Input[1], div.Input[0])), "Div"),
        ["a Sub of three"] = (file => ChangeScaling(file, (sub, _) => sub.Input.Add("means")), "Sub"),
        ["a Div without outputs"] = (file => ChangeScaling(file, (_, div) => div.Output.Clear()), "Div"),
        ["a Div before the Sub"] = (file => ChangeScaling(file, (sub, div) => (sub.OpType, div.OpType) = (div.OpType, sub.OpType)), "Sub"),
        ["two Subs"] = (file => ChangeScaling(file, (_, div) => div.OpType = "Sub"), "Sub"),
        ["two Divs"] = (file => ChangeScaling(file, (sub, _) => sub.OpType = "Div"), "Div"),
        ["a Sub with a setting"] = (file => ChangeScaling(file, (sub, _) => sub.Attribute.Add(new AttributeProto { Name = "axis" })), "'axis'"),
        ["a Sub of what flows"] = (file => ChangeScaling(file, (sub, _) => sub.Input[1] = "inputs"), "'inputs'"),
        ["a scaling and no layer"] = (file => ChangeScaling(file, (_, div) =>
        {
            (file.Graph.Node[1], file.Graph.Output[0].Name) = (div, div.Output[0]);
            while (file.Graph.Node.Count > 2)
            {
                file.Graph.Node.RemoveAt(2);
            }
        }), "Sigmoid"),
        ["means for other inputs"] = (file => ChangeConstant(file, "means", 1, 2, 3), "the numbers of 'means' don't fit 2 inputs"),
        ["deviations for other inputs"] = (file => ChangeConstant(file, "deviations", 1, 2, 3), "the numbers of 'deviations' don't fit 2 inputs"),
        ["means in a column"] = (file =>
        {
            ChangeScaling(file, (_, _) => { });
            SetDims(file, IndexOf(file, "means"), 2, 1);
        }, "don't fit 2 inputs"),
        ["a deviation of 0"] = (file => ChangeConstant(file, "deviations", 1, 0), "'deviations' contain a 0"),
        ["a deviation of -0"] = (file => ChangeConstant(file, "deviations", -0.0), "'deviations' contain a 0"),
        ["a mean that is not finite"] = (file => ChangeConstant(file, "means", double.NaN, 0), "'means' are not all finite"),
        ["an infinite deviation"] = (file => ChangeConstant(file, "deviations", 1, double.PositiveInfinity), "'deviations' are not all finite"),
        ["a Gemm that scales"] = (file => ChangeGemm(file, gemm => gemm.Attribute[0].F = 2), "'alpha'"),
        ["a Gemm that scales its bias"] = (file => ChangeGemm(file, gemm => gemm.Attribute[1].F = 0), "'beta'"),
        ["a Gemm that transposes its input"] = (file => ChangeGemm(file, gemm => gemm.Attribute[2].I = 1), "'transA'"),
        ["a Gemm that transposes in a way of its own"] = (file => ChangeGemm(file, gemm => gemm.Attribute[3].I = 2), "'transB'"),
    };

    private static readonly Dictionary<string, byte[]> OtherBytes = new()
    {
        ["nothing"] = [],
        ["zeros"] = new byte[1000],
        ["text"] = [.. "row,column\n1,2\n"u8],
        ["the magic of a picture"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        ["a graph of 2 GB in 6 bytes"] = [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07],
        ["a name of 2 GB"] = [0x12, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x41],
        ["a negative size"] = [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        ["2 GB of raw data"] = [0x3A, 0x09, 0x2A, 0x07, 0x4A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x00],
        ["2 GB of doubles"] = [0x3A, 0x09, 0x2A, 0x07, 0x52, 0xF8, 0xFF, 0xFF, 0xFF, 0x07, 0x00],
        ["2 GB of doubles in sizes that agree"] = [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x2A, 0xFF, 0xFF, 0xFF, 0xF0, 0x07, 0x52, 0xF8, 0xFF, 0xFF, 0xE0, 0x07, 0x00],
        ["4 MB of raw data in sizes that agree"] = [0x3A, 0x80, 0x80, 0x80, 0x03, 0x2A, 0x80, 0x80, 0xC0, 0x02, 0x4A, 0x80, 0x80, 0x80, 0x02, 0x00],
        ["4 MB of doubles in sizes that agree"] = [0x3A, 0x80, 0x80, 0x80, 0x03, 0x2A, 0x80, 0x80, 0xC0, 0x02, 0x52, 0x80, 0x80, 0x80, 0x02, 0x00],
        ["a group in a group, and so on"] = [.. Enumerable.Repeat((byte)0x9B, 200_000).SelectMany(tag => (byte[])[tag, 0x01])],
    };

    static HostileModelTests()
    {
        // What the libraries allocate once, when they are first used, is not the files' doing.
        foreach (byte[] file in (byte[][])[ModelTests.Changed(ModelTests.UseScaling), ModelTests.Changed(ModelTests.UseGemm), [0x3A, 0xFF]])
        {
            _ = Record.Exception(() => ModelTests.Read(file));
        }
    }

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    public static TheoryData<string> OtherBytesNames => [.. OtherBytes.Keys];

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public void A_file_that_is_no_chain_of_layers_is_refused_with_the_reason(string name)
    {
        (Action<ModelProto> change, string reason) = Changes[name];

        Message? refusal = Refusal(ModelTests.Changed(change));

        Assert.NotNull(refusal);
        Assert.Contains(reason, refusal.English, StringComparison.Ordinal);
        Translation.AssertComplete(refusal);
    }

    [Theory]
    [MemberData(nameof(OtherBytesNames))]
    public void A_file_of_other_bytes_is_refused(string name)
    {
        Message? refusal = Refusal(OtherBytes[name]);

        Assert.NotNull(refusal);
        Assert.StartsWith("it is no ONNX file", refusal.English, StringComparison.Ordinal);
        Translation.AssertComplete(refusal);
    }

    [Fact]
    public void A_file_cut_short_anywhere_in_its_graph_is_refused()
    {
        byte[] file = ModelTests.Changed(file => file.OpsetImport.Clear());

        Assert.Null(Refusal(file));
        Assert.All(Enumerable.Range(0, file.Length), length => Assert.NotNull(Refusal(file[..length])));
    }

    [Fact]
    public void Random_changes_to_a_file_are_read_or_refused()
    {
        byte[][] files =
        [
            ModelTests.Changed(_ => { }),
            ModelTests.Changed(ModelTests.UseGemm),
            ModelTests.Changed(ModelTests.UseScaling),
            MetadataTests.Described.ToOnnx(),
        ];
        Gen<Func<byte[], byte[]>> change = Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Int[0, 12], Gen.Byte, Choose);

        // The environment variable CsCheck_Iter asks for more.
        Gen.Select(Gen.Int[0, files.Length - 1], change.Array[1, 6]).Sample(
            (which, changes) =>
            {
                _ = Refusal(changes.Aggregate(files[which], (file, next) => next(file)));
            },
            iter: Math.Max(3000, Check.Iter));

        static Func<byte[], byte[]> Choose(int kind, double where, int length, byte value) => file =>
        {
            int at = (int)(where * file.Length);
            int end = Math.Min(file.Length, at + length);
            return kind switch
            {
                0 => [.. file[..at], value, .. file[Math.Min(file.Length, at + 1)..]],
                1 => [.. file[..at], .. file[end..]],
                2 => [.. file[..end], .. file[at..]],
                3 => [.. file[..at], .. Enumerable.Repeat(value, length), .. file[at..]],
                4 => [.. file[..at], .. Enumerable.Repeat((byte)0xFF, end - at), .. file[end..]],
                _ => [.. file[..at], .. file[at..end].Reverse(), .. file[end..]],
            };
        };
    }

    /// <summary>Why a file is refused, or null if it is read. Neither may take long or much.</summary>
    private static Message? Refusal(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Message? refusal = null;
        try
        {
            ModelTests.Read(file);
        }
        catch (UnusableInputException exception)
        {
            refusal = exception.Text;
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesAtRest + (long)file.Length * MostBytesAFileByte);
        if (refusal is not null)
        {
            Assert.All([refusal.English, refusal.Chinese], text => Assert.DoesNotContain(text, char.IsControl));
            Assert.InRange(refusal.English.Length, 1, 200);
        }

        return refusal;
    }

    private static void SetDims(ModelProto file, int constant, params long[] dims)
    {
        file.Graph.Initializer[constant].Dims.Clear();
        file.Graph.Initializer[constant].Dims.Add(dims);
    }

    private static void SetFirst(ModelProto file, int constant, double number)
    {
        TensorProto tensor = file.Graph.Initializer[constant];
        tensor.RawData = ByteString.CopyFrom([.. BitConverter.GetBytes(number), .. tensor.RawData.Span[sizeof(double)..]]);
    }

    private static void ChangeScaling(ModelProto file, Action<NodeProto, NodeProto> change)
    {
        ModelTests.UseScaling(file);
        change(file.Graph.Node[0], file.Graph.Node[1]);
    }

    private static void ChangeConstant(ModelProto file, string name, params double[] numbers)
    {
        ModelTests.UseScaling(file);
        int constant = IndexOf(file, name);
        SetDims(file, constant, numbers.Length);
        file.Graph.Initializer[constant].RawData = ByteString.CopyFrom([.. numbers.SelectMany(BitConverter.GetBytes)]);
    }

    private static int IndexOf(ModelProto file, string name) => file.Graph.Initializer.ToList().FindIndex(tensor => tensor.Name == name);

    private static void ChangeGemm(ModelProto file, Action<NodeProto> change)
    {
        ModelTests.UseGemm(file);
        change(file.Graph.Node[0]);
    }
}
