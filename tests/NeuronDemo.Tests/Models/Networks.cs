using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Models;

/// <summary>Networks of any shape, with and without biases, and inputs for them.</summary>
internal static class Networks
{
    public static Gen<Matrix<double>> Matrices(int rows, int columns) =>
        Gen.Double[-3, 3].Array2D[rows, columns].Select(numbers => Matrix<double>.Build.DenseOfArray(numbers));

    public static Gen<NeuralNetwork> Any { get; } =
        from sizes in Gen.Int[1, 7].Array[2, 5]
        from layers in Concat([.. sizes.Zip(sizes.Skip(1), Layers)])
        select new NeuralNetwork(layers);

    public static Gen<(NeuralNetwork Network, Matrix<double> Inputs)> WithInputs { get; } =
        from network in Any
        from rows in Gen.Int[1, 140]
        from inputs in Matrices(rows, network.InputCount)
        select (network, inputs);

    private static Gen<Layer> Layers(int inputs, int outputs) =>
        from weights in Matrices(inputs, outputs)
        from bias in Matrices(1, outputs)
        from biased in Gen.Bool
        select new Layer(weights, biased ? bias.Row(0) : null);

    private static Gen<Layer[]> Concat(Gen<Layer>[] layers) =>
        layers.Aggregate(Gen.Const(Array.Empty<Layer>()), (all, next) =>
            from before in all
            from layer in next
            select (Layer[])[.. before, layer]);
}
