using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>The learning rule as NumPy users write it, line by line in plain Math.NET: slow and obvious.</summary>
internal static class NumpyTranscription
{
    /// <summary>Trains copies of the weights.</summary>
    public static Matrix<double>[] Train(
        IEnumerable<Matrix<double>> initial, Matrix<double> inputs, Matrix<double> targets, int iterations, double stepSize)
    {
        Matrix<double>[] weights = [.. initial.Select(layer => layer.Clone())];
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            List<Matrix<double>> a = [inputs];
            foreach (Matrix<double> layer in weights)
            {
                a.Add((a[^1] * layer).Map(NeuralNetwork.Sigmoid));
            }

            Matrix<double> error = targets - a[^1];
            Matrix<double>[] deltas = new Matrix<double>[weights.Length];
            for (int l = weights.Length - 1; l >= 0; l--)
            {
                deltas[l] = error.PointwiseMultiply(a[l + 1].Map(y => y * (1 - y)));
                error = deltas[l] * weights[l].Transpose();
            }

            for (int l = 0; l < weights.Length; l++)
            {
                weights[l] += stepSize * a[l].TransposeThisAndMultiply(deltas[l]);
            }
        }

        return weights;
    }
}
