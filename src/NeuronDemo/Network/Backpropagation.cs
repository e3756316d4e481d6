using System.Numerics;
using System.Numerics.Tensors;

namespace NeuronDemo.Network;

/// <summary>
/// Backpropagation, a block of rows at a time: forward through the layers to the outputs, and back with the errors to
/// what every weight should change by.
/// </summary>
/// <remarks>
/// <see cref="TrainingStep"/> writes the same rule down with one expression a line. An instance owns the buffers for one
/// block, so each thread needs its own, and a block allocates nothing.
/// </remarks>
internal sealed class Backpropagation
{
    /// <summary>
    /// The most rows in a block: few enough that 30 columns of them stay in the second-level cache between the forward
    /// and the backward pass, and enough that each column is read from memory in long runs.
    /// </summary>
    public const int BlockRows = 512;

    private readonly Layer[] _layers;
    private readonly int _stride;
    private readonly double[][] _outputs;
    private readonly double[][] _deltas;

    public Backpropagation(IReadOnlyList<Layer> layers, int rows)
    {
        _layers = [.. layers];

        // Columns are padded to whole vectors: no row is left over for a scalar exponential, which rounds differently.
        _stride = (Math.Min(rows, BlockRows) + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _outputs = [.. layers.Select(layer => new double[layer.OutputCount * _stride])];
        _deltas = [.. layers.Select(layer => new double[layer.OutputCount * _stride])];
    }

    /// <summary>The forward pass: each layer's outputs are S(x W), or S(x W + b) with a bias.</summary>
    /// <param name="inputs">The block's inputs (rows x inputs).</param>
    /// <returns>The outputs of the last layer (rows x outputs), valid until the next call.</returns>
    public RowBlock Forward(RowBlock inputs)
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
                    // Added last, a bias gives exactly the bits that a weight on a last input of 1 would give.
                    TensorPrimitives.Add(sums, layer.Bias[j], sums);
                }
            }

            Kernels.Sigmoid(y);
            x = new(y, _stride, x.Rows);
        }

        return x;
    }

    /// <summary>sum (t - y)^2 over the block, after <see cref="Forward"/>.</summary>
    public double SumOfSquaredErrors(RowBlock targets)
    {
        double sum = 0;
        for (int j = 0; j < _layers[^1].OutputCount; j++)
        {
            sum += Kernels.SumOfSquaredErrors(targets[j], _outputs[^1].AsSpan(j * _stride, targets.Rows));
        }

        return sum;
    }

    /// <summary>
    /// The backward pass, after <see cref="Forward"/> on the same block: adds the block's share of every layer's
    /// adjustment x^T delta, where delta is the layer's error times y(1 - y), and the error is t - y in the last layer and
    /// delta W^T of the layer behind it in all others.
    /// </summary>
    /// <param name="inputs">The block's inputs.</param>
    /// <param name="targets">The block's targets.</param>
    /// <param name="adjustments">The adjustments, laid out like the weights, one layer after another.</param>
    public void Backward(RowBlock inputs, RowBlock targets, Span<double> adjustments)
    {
        int rows = inputs.Rows;
        for (int j = 0; j < _layers[^1].OutputCount; j++)
        {
            ReadOnlySpan<double> outputs = _outputs[^1].AsSpan(j * _stride, rows);
            Span<double> errors = _deltas[^1].AsSpan(j * _stride, rows);
            Kernels.Errors(targets[j], outputs, errors);
            Kernels.Deltas(outputs, errors);
        }

        for (int l = _layers.Length - 1; l >= 0; l--)
        {
            Layer layer = _layers[l];
            Span<double> adjustment = adjustments[^layer.WeightCount..];
            adjustments = adjustments[..^layer.WeightCount];
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

    // The error of a hidden neuron is its share in the errors it helped to cause: delta W^T of the layer behind it.
    private void PassBack(int l, int rows)
    {
        Layer layer = _layers[l];
        RowBlock deltas = new(_deltas[l], _stride, rows);
        for (int i = 0; i < layer.InputCount; i++)
        {
            Span<double> errors = _deltas[l - 1].AsSpan(i * _stride, rows);
            Kernels.WeightedSums(deltas, layer.OutputCount, layer.Values.AsSpan(i), layer.InputCount, errors);
            Kernels.Deltas(_outputs[l - 1].AsSpan(i * _stride, rows), errors);
        }
    }
}
