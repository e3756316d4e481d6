using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>Folds what was done to the inputs before training into the first layer, which then takes them raw.</summary>
internal static class RawInputs
{
    /// <summary>
    /// The layer that answers to raw inputs what <paramref name="layer"/> answers to inputs that were standardized and
    /// followed by a constant 1:
    /// <code>
    /// S(((x - mean) / deviation, 1) W) = S(x W' + b),  where w'_i = w_i / deviation_i  and  b = w_1 - sum mean_i w'_i
    /// </code>
    /// </summary>
    /// <param name="layer">The first layer as it was trained, without a bias of its own.</param>
    /// <param name="scaling">
    /// How the raw inputs were standardized, or null if they were not. Where the deviation is 0 the input was constant and
    /// became 0: its weight never counted, and is 0 from now on.
    /// </param>
    /// <param name="hasBias">Whether a constant 1 is the layer's last input; its weights become the bias.</param>
    /// <returns>The layer itself if there is nothing to fold, else a new one.</returns>
    public static Layer Fold(Layer layer, Scaling? scaling, bool hasBias)
    {
        int inputs = layer.InputCount - (hasBias ? 1 : 0);
        Matrix<double> weights = layer.Weights.SubMatrix(0, inputs, 0, layer.OutputCount);
        Vector<double>? bias = hasBias ? layer.Weights.Row(inputs) : null;
        if (scaling is not null)
        {
            weights.MapIndexedInplace((i, _, w) => scaling.Deviations[i] == 0 ? 0 : w / scaling.Deviations[i], Zeros.Include);
            Vector<double> shift = weights.LeftMultiply(Vector<double>.Build.DenseOfEnumerable(scaling.Means));
            bias = bias is null ? -shift : bias - shift;
        }

        return bias is null ? layer : new(weights, bias);
    }
}
