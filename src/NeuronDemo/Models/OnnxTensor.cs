using System.Buffers.Binary;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Messages;
using NeuronDemo.Models.Onnx;
using NeuronDemo.Text;
using DataType = NeuronDemo.Models.Onnx.TensorProto.Types.DataType;

namespace NeuronDemo.Models;

/// <summary>Turns an ONNX file's constants into matrices and vectors, once they are found to hold what they claim.</summary>
internal static class OnnxTensor
{
    /// <summary>The weights of a layer (inputs x outputs).</summary>
    public static Matrix<double> ToMatrix(TensorProto tensor)
    {
        double[] numbers = Numbers(tensor);
        return tensor.Dims.Count == 2
            ? Matrix<double>.Build.DenseOfRowMajor((int)tensor.Dims[0], (int)tensor.Dims[1], numbers)
            : throw Unusable(tensor, new("are no matrix", "不是矩阵"));
    }

    /// <summary>The bias of so many neurons: a number each, or one for all.</summary>
    public static Vector<double> ToBias(TensorProto tensor, int neurons) => Vector<double>.Build.Dense(
        ToRow(tensor, neurons) ?? throw Unusable(tensor, new($"don't fit {neurons} neurons", $"与 {neurons} 个神经元不符")));

    /// <summary>What is subtracted from so many inputs: a number each, or one for all.</summary>
    public static double[] ToMeans(TensorProto tensor, int inputs) =>
        ToRow(tensor, inputs) ?? throw Unusable(tensor, new($"don't fit {inputs} inputs", $"与 {inputs} 个输入不符"));

    /// <summary>What so many inputs are divided by: a number each, or one for all, and none of them 0.</summary>
    public static double[] ToDeviations(TensorProto tensor, int inputs) => ToMeans(tensor, inputs) is var numbers && numbers.Contains(0)
        ? throw Unusable(tensor, new("contain a 0, and nothing can be divided by it", "含有 0，不能作除数"))
        : numbers;

    private static double[]? ToRow(TensorProto tensor, int columns)
    {
        double[] numbers = Numbers(tensor);
        bool isRow = tensor.Dims.SkipLast(1).All(dimension => dimension == 1);
        return numbers.Length == columns && isRow ? numbers
            : numbers is [double same] ? [.. Enumerable.Repeat(same, columns)]
            : null;
    }

    private static double[] Numbers(TensorProto tensor)
    {
        if (tensor.DataLocation != TensorProto.Types.DataLocation.Default)
        {
            throw Unusable(tensor, new("lie in another file, which is not opened", "存放在另一个文件里，本程序不会打开它"));
        }

        // Every dimension stays below 2^31 and every product before it too, so that none can overflow.
        long claimed = 1;
        foreach (long dimension in tensor.Dims)
        {
            claimed = dimension is > 0 and <= int.MaxValue && claimed <= int.MaxValue
                ? claimed * dimension
                : throw Unusable(tensor, new("have an impossible shape", "的形状无效"));
        }

        double[] numbers = tensor.DataType switch
        {
            DataType.Double when Holds(tensor.DoubleData.Count) => [.. tensor.DoubleData],
            DataType.Double when HoldsRaw(sizeof(double)) => Raw(sizeof(double), BinaryPrimitives.ReadDoubleLittleEndian),
            DataType.Float when Holds(tensor.FloatData.Count) => [.. tensor.FloatData.Select(number => (double)number)],
            DataType.Float when HoldsRaw(sizeof(float)) => Raw(sizeof(float), bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
            DataType.Double or DataType.Float => throw Unusable(tensor, new("don't hold as many numbers as their shape says", "的个数与其形状不符")),
            _ => throw Unusable(tensor, new("are neither double nor float", "既不是 double 也不是 float")),
        };
        return Array.TrueForAll(numbers, double.IsFinite)
            ? numbers
            : throw Unusable(tensor, new("are not all finite", "含有非有限的数"));

        bool Holds(long count) => count == claimed && tensor.RawData.IsEmpty;

        bool HoldsRaw(int size) => tensor.RawData.Length == claimed * size && tensor.DoubleData.Count + tensor.FloatData.Count == 0;

        double[] Raw(int size, Func<ReadOnlySpan<byte>, double> read)
        {
            double[] numbers = new double[claimed];
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = read(tensor.RawData.Span.Slice(i * size, size));
            }

            return numbers;
        }
    }

    private static UnusableInputException Unusable(TensorProto tensor, Message what)
    {
        string name = Excerpt.Of(tensor.Name);
        return new(new($"the numbers of '{name}' {what.English}.", $"“{name}”的数{what.Chinese}。"));
    }
}
