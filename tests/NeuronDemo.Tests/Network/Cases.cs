using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>Random cases of any shape.</summary>
internal static class Cases
{
    public static Gen<Case> WithLayers(int least, int most, int mostRows = 12) =>
        from sizes in Gen.Int[1, 6].Array[least + 1, most + 1]
        from rows in Gen.Int[1, mostRows]
        from seed in Gen.UInt
        from inputs in Matrices(rows, sizes[0], -2, 2)
        from targets in Matrices(rows, sizes[^1], 0, 1)
        select new Case(new NeuralNetwork(seed, sizes), inputs, targets);

    public static Gen<Matrix<double>> Matrices(int rows, int columns, double least, double most) =>
        Gen.Double[least, most].Array2D[rows, columns].Select(Matrix<double>.Build.DenseOfArray);
}
