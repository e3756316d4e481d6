using System.Numerics;
using System.Numerics.Tensors;

namespace NeuronDemo.Network;

/// <summary>
/// Sends blocks of rows through a network, and their errors back. It owns the buffers for one block, so each thread has
/// its own worker and a block allocates nothing.
/// </summary>
internal sealed class BlockWorker
{
    /// <summary>
    /// The most rows in a block: few enough that a block of 30 columns stays in the second cache from the way forward to
    /// the way back, and enough that memory delivers each column in long runs.
    /// </summary>
    public const int MostRows = 512;

    private readonly Layer[] _layers;
    private readonly int _stride;
    private readonly double[][] _outputs;
    private readonly double[][] _deltas;

    public BlockWorker(IReadOnlyList<Layer> layers, int rows)
    {
        _layers = [.. layers];

        // Columns are padded to whole vectors: no row falls to a scalar exponential that rounds another way.
        _stride = (Math.Min(rows, MostRows) + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _outputs = [.. layers.Select(layer => new double[layer.OutputCount * _stride])];
        _deltas = [.. layers.Select(layer => new double[layer.OutputCount * _stride])];
    }

    /// <summary>The way forward: each layer's outputs are S(x W), or S(x W + b) with a bias.</summary>
    /// <param name="inputs">The block's inputs (rows x inputs).</param>
    /// <returns>The outputs of the last layer (rows x outputs), until the next block.</returns>
    public RowBlock Think(RowBlock inputs)
    {
        RowBlock x = inputs;
        for (int l = 0; l < _layers.Length; l++)
        {
            Layer layer = _layers[l];
            double[] y = _outputs[l];
            for (int j = 0; j < layer.OutputCount; j++)
            {
                ReadOnlySpan<double> weights = layer.Values.AsSpan(j * layer.InputCount, layer.InputCount);
                Span<double> sums = y.AsSpan(j * _stride, x.Rows);
                Kernels.WeightedSums(x, layer.InputCount, weights, 1, sums);
                if (layer.Bias is not null)
                {
                    // Added last, a bias gives the very bits that the weight of a last input 1 gives.
                    TensorPrimitives.Add(sums, layer.Bias[j], sums);
                }
            }

            Kernels.Sigmoid(y);
            x = new(y, _stride, x.Rows);
        }

        return x;
    }

    /// <summary>
    /// The way forward and back: adds the block's share of every layer's adjustment x^T delta, where
    /// delta = (t - y) y(1 - y) in the last layer, and in the one before (delta W^T) y(1 - y).
    /// </summary>
    /// <param name="inputs">The block's inputs.</param>
    /// <param name="targets">The block's targets.</param>
    /// <param name="adjustments">The adjustments, laid out like the weights, one layer after another.</param>
    public void AddAdjustments(RowBlock inputs, RowBlock targets, Span<double> adjustments)
    {
        Think(inputs);
        int rows = inputs.Rows;
        for (int j = 0; j < _layers[^1].OutputCount; j++)
        {
            Kernels.OutputDelta(targets[j], _outputs[^1].AsSpan(j * _stride, rows), _deltas[^1].AsSpan(j * _stride, rows));
        }

        for (int l = _layers.Length - 1; l >= 0; l--)
        {
            Layer layer = _layers[l];
            Span<double> adjustment = adjustments[^layer.Values.Length..];
            adjustments = adjustments[..^layer.Values.Length];
            RowBlock x = l == 0 ? inputs : new(_outputs[l - 1], _stride, rows);
            for (int j = 0; j < layer.OutputCount; j++)
            {
                ReadOnlySpan<double> delta = _deltas[l].AsSpan(j * _stride, rows);
                Kernels.AddProducts(x, delta, adjustment.Slice(j * layer.InputCount, layer.InputCount));
            }

            if (l > 0)
            {
                PassBack(l, rows);
            }
        }
    }

    // The error of a hidden neuron is what its outputs contributed to the deltas behind it: delta W^T.
    private void PassBack(int l, int rows)
    {
        Layer layer = _layers[l];
        RowBlock deltas = new(_deltas[l], _stride, rows);
        for (int i = 0; i < layer.InputCount; i++)
        {
            Span<double> delta = _deltas[l - 1].AsSpan(i * _stride, rows);
            Kernels.WeightedSums(deltas, layer.OutputCount, layer.Values.AsSpan(i), layer.InputCount, delta);
            Kernels.HiddenDelta(_outputs[l - 1].AsSpan(i * _stride, rows), delta);
        }
    }
}
