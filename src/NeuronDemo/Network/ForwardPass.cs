using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>What <see cref="NeuralNetwork.Think"/> does, shaped for many rows: blocks of them are shared among threads.</summary>
/// <remarks>A row's outputs do not depend on its block, so nothing depends on who computes which block.</remarks>
internal sealed class ForwardPass(NeuralNetwork network, Matrix<double> inputs)
{
    private const int ChunkRows = 16 * Backpropagation.BlockRows;

    // With fewer multiplications than this the answers are there before a second thread has woken up.
    private const long WorthSharing = 1_000_000;

    private readonly double[] _inputs = inputs.ColumnMajorValues();
    private readonly Matrix<double> _outputs = Matrix<double>.Build.Dense(inputs.RowCount, network.OutputCount);

    /// <summary>Computes the outputs (rows x outputs).</summary>
    /// <exception cref="OperationCanceledException">Computing was cancelled.</exception>
    public Matrix<double> Run(CancellationToken cancellationToken)
    {
        if (network.Threads == 1 || (long)inputs.RowCount * network.WeightCount < WorthSharing)
        {
            Compute(new(network.Layers, inputs.RowCount), 0, inputs.RowCount, cancellationToken);
            return _outputs;
        }

        Parallel.For(
            0,
            (inputs.RowCount + ChunkRows - 1) / ChunkRows,
            new ParallelOptions { MaxDegreeOfParallelism = network.Threads, CancellationToken = cancellationToken },
            () => new Backpropagation(network.Layers, inputs.RowCount),
            (chunk, _, layers) =>
            {
                int first = chunk * ChunkRows;
                Compute(layers, first, Math.Min(ChunkRows, inputs.RowCount - first), cancellationToken);
                return layers;
            },
            _ => { });
        return _outputs;
    }

    private void Compute(Backpropagation layers, int first, int count, CancellationToken cancellationToken)
    {
        double[] outputs = _outputs.ColumnMajorValues();
        for (int done = 0; done < count; done += Backpropagation.BlockRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int row = first + done;
            int rows = Math.Min(Backpropagation.BlockRows, count - done);
            RowBlock block = layers.Forward(new(_inputs.AsSpan(row), inputs.RowCount, rows, network.InputCount));
            for (int column = 0; column < network.OutputCount; column++)
            {
                block[column].CopyTo(outputs.AsSpan(column * inputs.RowCount + row));
            }
        }
    }
}
