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

    // So many columns stay in the first-level cache while all neurons use a few rows of them.
    private const int FewColumns = 32;

    private readonly Layer[] _layers;
    private readonly BlockBuffer? _packed;
    private readonly BlockBuffer[] _outputs;
    private readonly BlockBuffer[] _deltas;

    public Backpropagation(IReadOnlyList<Layer> layers, int rows)
    {
        _layers = [.. layers];
        int blockRows = Math.Min(rows, BlockRows);
        _packed = layers[0].OutputCount == 1 ? null : new(blockRows, layers[0].InputCount);
        _outputs = [.. layers.Select(layer => new BlockBuffer(blockRows, layer.OutputCount))];
        _deltas = [.. layers.Select(layer => new BlockBuffer(blockRows, layer.OutputCount))];
    }

    /// <summary>The forward pass: each layer's outputs are S(x W), or S(x W + b) with a bias.</summary>
    /// <param name="inputs">The block's inputs (rows x inputs).</param>
    /// <returns>The outputs of the last layer (rows x outputs), valid until the next call.</returns>
    public RowBlock Forward(in RowBlock inputs)
    {
        if (Packed(inputs) is BlockBuffer packed)
        {
            RowBlock x = packed.Rows(inputs.Rows);
            inputs.CopyTo(x);
            Forward(0, x);
        }
        else
        {
            Forward(0, inputs);
        }

        for (int l = 1; l < _layers.Length; l++)
        {
            Forward(l, _outputs[l - 1].Rows(inputs.Rows));
        }

        return _outputs[^1].Rows(inputs.Rows);
    }

    /// <summary>sum (t - y)^2 over the block, after <see cref="Forward(in RowBlock)"/>.</summary>
    public double SumOfSquaredErrors(in RowBlock targets)
    {
        RowBlock outputs = _outputs[^1].Rows(targets.Rows);
        double sum = 0;
        for (int j = 0; j < targets.Columns; j++)
        {
            sum += Kernels.SumOfSquaredErrors(targets[j], outputs[j]);
        }

        return sum;
    }

    /// <summary>
    /// The backward pass, after <see cref="Forward(in RowBlock)"/> on the same block: adds the block's share of every layer's
    /// adjustment x^T delta, where delta is the layer's error times y(1 - y), and the error is t - y in the last layer and
    /// delta W^T of the layer behind it in all others.
    /// </summary>
    /// <param name="inputs">The block's inputs.</param>
    /// <param name="targets">The block's targets.</param>
    /// <param name="adjustments">The adjustments, laid out like the weights, one layer after another.</param>
    public void Backward(in RowBlock inputs, in RowBlock targets, Span<double> adjustments)
    {
        int rows = inputs.Rows;
        Kernels.OutputDeltas(targets, _outputs[^1].Rows(rows), _deltas[^1].Rows(rows));
        for (int l = _layers.Length - 1; l > 0; l--)
        {
            Layer layer = _layers[l];
            RowBlock x = _outputs[l - 1].Rows(rows);
            RowBlock deltas = _deltas[l].Rows(rows);
            RowBlock errors = _deltas[l - 1].Rows(rows);
            Kernels.AddProducts(x, deltas, adjustments[^layer.WeightCount..]);
            adjustments = adjustments[..^layer.WeightCount];

            // The error of a hidden neuron is its share in the errors it helped to cause: delta W^T of the layer behind it.
            Kernels.WeightedSums(deltas, layer.Values, layer.InputCount, 1, errors);
            Kernels.HiddenDeltas(x, errors);
        }

        if (Packed(inputs) is BlockBuffer packed)
        {
            Kernels.AddProducts(packed.Rows(rows), _deltas[0].Rows(rows), adjustments);
        }
        else
        {
            Kernels.AddProducts(inputs, _deltas[0].Rows(rows), adjustments);
        }
    }

    // For several neurons, inputs are brought together where their columns are many and far apart in memory, or are no whole
    // vectors. A single neuron passes each column only once.
    private BlockBuffer? Packed(in RowBlock inputs) =>
        inputs.Columns <= FewColumns && inputs.Rows % BlockBuffer.Line == 0 ? null : _packed;

    private void Forward(int l, in RowBlock x)
    {
        Layer layer = _layers[l];
        RowBlock y = _outputs[l].Rows(x.Rows);
        Kernels.WeightedSums(x, layer.Values, 1, layer.InputCount, y);
        for (int j = 0; layer.Bias is not null && j < layer.OutputCount; j++)
        {
            // Added last, a bias gives exactly the bits that a weight on a last input of 1 would give.
            TensorPrimitives.Add(y[j], layer.Bias[j], y[j]);
        }

        Kernels.Sigmoid(y);
    }
}
