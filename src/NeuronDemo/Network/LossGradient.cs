using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>
/// What gradient descent goes by, at the weights that a network has at the time: E = 1/2 sum (t - y)^2 over all rows, and
/// each weight's adjustment, the negative derivative of E.
/// </summary>
/// <remarks>
/// Threads share the rows in chunks. How rows are cut depends on the shapes alone, and the chunks' sums are added in their
/// order: the bits of the result never depend on the number of threads or on who took which chunk.
/// </remarks>
internal sealed class LossGradient
{
    private const int MostChunks = 64;

    // With fewer multiplications than this, a pass is over before a second thread has woken up.
    private const long WorthAThread = 50_000;

    // The chunks' adjustments together stay below 128 MB.
    private const int MostAdjustments = 1 << 24;

    private readonly double[] _inputs;
    private readonly double[] _targets;
    private readonly int _rows;
    private readonly int _inputCount;
    private readonly int _outputCount;
    private readonly int _chunkRows;
    private readonly double[][] _adjustments;
    private readonly double[]? _losses;
    private readonly Backpropagation[] _workers;
    private int _nextChunk;

    public LossGradient(NeuralNetwork network, Matrix<double> inputs, Matrix<double> targets, bool withLoss)
    {
        _inputs = inputs.ColumnMajorValues();
        _targets = targets.ColumnMajorValues();
        _rows = inputs.RowCount;
        _inputCount = inputs.ColumnCount;
        _outputCount = targets.ColumnCount;

        int weights = network.WeightCount;
        int mostChunks = Math.Clamp(MostAdjustments / weights, 1, MostChunks);
        int blocks = (_rows + Backpropagation.BlockRows - 1) / Backpropagation.BlockRows;
        _chunkRows = (blocks + mostChunks - 1) / mostChunks * Backpropagation.BlockRows;
        int chunks = (_rows + _chunkRows - 1) / _chunkRows;
        _adjustments = [.. Enumerable.Range(0, chunks).Select(_ => new double[weights])];
        _losses = withLoss ? new double[chunks] : null;

        int useful = (long)_rows * weights < WorthAThread ? 1 : Math.Min(network.Threads, chunks);
        _workers = [.. Enumerable.Range(0, useful).Select(_ => new Backpropagation(network.Layers, _rows))];
    }

    /// <summary>E, if it was asked for.</summary>
    public double Loss { get; private set; }

    /// <summary>The adjustments, laid out like the weights, one layer after another.</summary>
    public ReadOnlySpan<double> Adjustments => _adjustments[0];

    /// <summary>
    /// Passes over all rows again and again. After each pass, <paramref name="next"/> does something with the result, and says
    /// whether to go on. Cancelling drops the pass that is under way.
    /// </summary>
    public void Repeat(Func<bool> next, CancellationToken cancellationToken)
    {
        if (_workers.Length > 1)
        {
            RepeatOnThreads(next, cancellationToken);
            return;
        }

        bool more = true;
        while (more)
        {
            for (int chunk = 0; chunk < _adjustments.Length; chunk++)
            {
                Compute(_workers[0], chunk, cancellationToken);
            }

            more = Finish(next, cancellationToken);
        }
    }

    private void RepeatOnThreads(Func<bool> next, CancellationToken cancellationToken)
    {
        bool more = true;
        using Barrier everyChunkDone = new(_workers.Length, _ =>
        {
            more = Finish(next, cancellationToken);
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
            while (more)
            {
                int chunk = Interlocked.Increment(ref _nextChunk) - 1;
                if (chunk < _adjustments.Length)
                {
                    Compute(worker, chunk, cancellationToken);
                }
                else
                {
                    everyChunkDone.SignalAndWait(CancellationToken.None);
                }
            }
        }
    }

    // Cancelled, it leaves its chunk unfinished, and the pass is dropped.
    private void Compute(Backpropagation worker, int chunk, CancellationToken cancellationToken)
    {
        double[] adjustments = _adjustments[chunk];
        adjustments.AsSpan().Clear();
        double squares = 0;
        int start = chunk * _chunkRows;
        int end = start + Math.Min(_rows - start, _chunkRows);
        for (int row = start; row < end && !cancellationToken.IsCancellationRequested; row += Backpropagation.BlockRows)
        {
            int rows = Math.Min(Backpropagation.BlockRows, end - row);
            RowBlock inputs = new(_inputs.AsSpan(row), _rows, rows, _inputCount);
            RowBlock targets = new(_targets.AsSpan(row), _rows, rows, _outputCount);
            worker.Forward(inputs);
            if (_losses is not null)
            {
                squares += worker.SumOfSquaredErrors(targets);
            }

            worker.Backward(inputs, targets, adjustments);
        }

        if (_losses is not null)
        {
            _losses[chunk] = squares / 2;
        }
    }

    private bool Finish(Func<bool> next, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        Span<double> total = _adjustments[0];
        foreach (double[] adjustments in _adjustments.AsSpan(1))
        {
            TensorPrimitives.Add(total, adjustments, total);
        }

        Loss = _losses?.Sum() ?? 0;
        return next();
    }
}
