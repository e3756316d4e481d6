using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>
/// Gradient descent over one set of rows: what <see cref="NeuralNetwork.Train"/> does, shaped for speed.
/// </summary>
/// <remarks>
/// Threads share the rows in chunks. How rows are cut depends on the shapes alone, and the chunks' adjustments are
/// added in their order: the bits of the result never depend on the number of threads or on who took which chunk.
/// </remarks>
internal sealed class GradientDescent
{
    private const int MostChunks = 64;

    // Below this many multiplications an iteration is over before a second thread has woken up.
    private const long WorthAThread = 50_000;

    // The chunks' adjustments together stay below 128 MB.
    private const int MostAdjustments = 1 << 24;

    private readonly Layer[] _layers;
    private readonly double[] _inputs;
    private readonly double[] _targets;
    private readonly int _rows;
    private readonly int _chunkRows;
    private readonly double[][] _adjustments;
    private readonly Backpropagation[] _workers;
    private int _nextChunk;

    public GradientDescent(IReadOnlyList<Layer> layers, Matrix<double> inputs, Matrix<double> targets, int threads)
    {
        _layers = [.. layers];
        _inputs = inputs.ColumnMajorValues();
        _targets = targets.ColumnMajorValues();
        _rows = inputs.RowCount;

        int weights = layers.Sum(layer => layer.WeightCount);
        int chunks = Math.Clamp(MostAdjustments / weights, 1, MostChunks);
        int blocks = (_rows + Backpropagation.BlockRows - 1) / Backpropagation.BlockRows;
        _chunkRows = (blocks + chunks - 1) / chunks * Backpropagation.BlockRows;
        _adjustments = [.. Enumerable.Range(0, (_rows + _chunkRows - 1) / _chunkRows).Select(_ => new double[weights])];

        int useful = (long)_rows * weights < WorthAThread ? 1 : Math.Min(threads, _adjustments.Length);
        _workers = [.. Enumerable.Range(0, useful).Select(_ => new Backpropagation(layers, _rows))];
    }

    /// <summary>How many iterations are done.</summary>
    public int Iteration { get; private set; }

    /// <summary>Takes steps of gradient descent, 1 or more, until they are done or cancelled. A step begun is then dropped.</summary>
    public void Run(int iterations, double stepSize, CancellationToken cancellationToken)
    {
        int last = Iteration + iterations;
        if (_workers.Length > 1)
        {
            RunOnThreads(last, stepSize, cancellationToken);
            return;
        }

        while (Iteration < last)
        {
            for (int chunk = 0; chunk < _adjustments.Length; chunk++)
            {
                Adjust(_workers[0], chunk, cancellationToken);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            Step(stepSize);
        }
    }

    private void RunOnThreads(int last, double stepSize, CancellationToken cancellationToken)
    {
        bool finished = false;
        using Barrier everyChunkDone = new(_workers.Length, _ =>
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                Step(stepSize);
            }

            finished = Iteration == last || cancellationToken.IsCancellationRequested;
            _nextChunk = 0;
        });
        Thread[] helpers = [.. _workers.Skip(1).Select(worker => new Thread(() => Work(worker)) { IsBackground = true })];
        foreach (Thread helper in helpers)
        {
            helper.Start();
        }

        Work(_workers[0]);
        foreach (Thread helper in helpers)
        {
            helper.Join();
        }

        void Work(Backpropagation worker)
        {
            while (!finished)
            {
                int chunk = Interlocked.Increment(ref _nextChunk) - 1;
                if (chunk < _adjustments.Length && !cancellationToken.IsCancellationRequested)
                {
                    Adjust(worker, chunk, cancellationToken);
                }
                else
                {
                    everyChunkDone.SignalAndWait(CancellationToken.None);
                }
            }
        }
    }

    // A cancelled chunk is left unfinished: what has been added up is then never used.
    private void Adjust(Backpropagation worker, int chunk, CancellationToken cancellationToken)
    {
        double[] adjustments = _adjustments[chunk];
        adjustments.AsSpan().Clear();
        int start = chunk * _chunkRows;
        int end = start + Math.Min(_rows - start, _chunkRows);
        for (int row = start; row < end && !cancellationToken.IsCancellationRequested; row += Backpropagation.BlockRows)
        {
            int rows = Math.Min(Backpropagation.BlockRows, end - row);
            RowBlock inputs = new(_inputs.AsSpan(row), _rows, rows);
            worker.Forward(inputs);
            worker.Backward(inputs, new(_targets.AsSpan(row), _rows, rows), adjustments);
        }
    }

    private void Step(double stepSize)
    {
        Span<double> total = _adjustments[0];
        foreach (double[] adjustments in _adjustments.AsSpan(1))
        {
            TensorPrimitives.Add(total, adjustments, total);
        }

        foreach (Layer layer in _layers)
        {
            double[] weights = layer.Values;
            Kernels.AddScaled(total, stepSize, weights);
            total = total[weights.Length..];
        }

        Iteration++;
    }
}
