using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>A random network of one to three layers with something to learn.</summary>
internal sealed record RandomStep(uint Seed, int[] Sizes, Matrix<double> Inputs, Matrix<double> Targets, double StepSize)
{
    public static Gen<RandomStep> Any { get; } =
        from seed in Gen.UInt
        from sizes in Gen.Int[1, 5].Array[2, 4]
        from rows in Gen.Int[1, 12]
        from inputs in Gen.Double[-2, 2].Array[rows * sizes[0]]
        from targets in Gen.Double[0, 1].Array[rows * sizes[^1]]
        from stepSize in Gen.Double[0.01, 3]
        select new RandomStep(
            seed,
            sizes,
            Matrix<double>.Build.Dense(rows, sizes[0], inputs),
            Matrix<double>.Build.Dense(rows, sizes[^1], targets),
            stepSize);

    public NeuralNetwork Network() => new(Seed, Sizes);
}
