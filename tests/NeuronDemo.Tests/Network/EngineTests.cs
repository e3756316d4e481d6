using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>Blocks, chunks and threads change nothing about the result.</summary>
public sealed class EngineTests
{
    private const int Block = Backpropagation.BlockRows;
    private const int Chunks = 64;

    /// <summary>Around every border: of a vector, a block, the first chunk of two blocks, the second.</summary>
    public static TheoryData<int> RowCounts =>
    [
        1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, Block - 1, Block, Block + 1, 2 * Block - 1, 2 * Block, 2 * Block + 1,
        Chunks * Block - 1, Chunks * Block, Chunks * Block + 1, 2 * Chunks * Block + 1,
    ];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void The_engine_agrees_with_a_plain_transcription_of_NumPys_lines(int rows)
    {
        foreach (int[] sizes in (int[][])[[1, 1], [3, 1], [4, 1], [7, 5, 2], [5, 4, 3, 2], [2, 4, 1, 3], [33, 5, 1]])
        {
            Case given = Made(rows, sizes);
            Matrix<double>[] expected = NumpyTranscription.Train(
                given.Network.Layers.Select(layer => layer.Weights), given.Inputs, given.Targets, iterations: 3, stepSize: 1.0 / rows);

            given.Network.Train(given.Inputs, given.Targets, iterations: 3, stepSize: 1.0 / rows);

            Assert.All(given.Network.Layers.Index(), layer => Near.Equal(expected[layer.Index], layer.Item.Weights, 1e-12));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void The_bits_do_not_depend_on_the_number_of_threads(int threads)
    {
        foreach ((int rows, int[] sizes) in ((int, int[])[])[(20_000, [5, 1]), (1797, [64, 32, 10]), (40_001, [3, 4, 2])])
        {
            Case alone = Made(rows, sizes);
            Case shared = Made(rows, sizes, threads);

            alone.Network.Train(alone.Inputs, alone.Targets, iterations: 5, stepSize: 1.0 / rows);
            shared.Network.Train(shared.Inputs, shared.Targets, iterations: 5, stepSize: 1.0 / rows);

            Assert.Equal(alone.Network.Layers.Select(layer => layer.Weights), shared.Network.Layers.Select(layer => layer.Weights));
            new GradientDescent(alone.Network, alone.Inputs, alone.Targets, StepRule.Auto).Run(5);
            new GradientDescent(shared.Network, shared.Inputs, shared.Targets, StepRule.Auto).Run(5);
            Assert.Equal(alone.Network.Layers.Select(layer => layer.Weights), shared.Network.Layers.Select(layer => layer.Weights));
        }
    }

    [Fact]
    public void Answers_over_many_rows_do_not_depend_on_the_number_of_threads()
    {
        foreach (int rows in (int[])[16 * Block - 1, 100_000])
        {
            Case alone = Made(rows, [30, 5, 2]);
            Case shared = Made(rows, [30, 5, 2], threads: 3);

            Assert.Equal(alone.Network.Think(alone.Inputs), shared.Network.Think(shared.Inputs));
            Assert.Equal(
                alone.Network.MeanSquaredError(alone.Inputs, alone.Targets),
                shared.Network.MeanSquaredError(shared.Inputs, shared.Targets));
        }
    }

    [Fact]
    public void A_row_is_answered_alike_wherever_it_stands() =>
        Gen.Select(Cases.WithLayers(1, 3, mostRows: 3 * Block), Gen.Int[0, 3 * Block - 1]).Sample(
            (given, index) =>
            {
                int row = index % given.Inputs.RowCount;

                Matrix<double> alone = given.Network.Think(given.Inputs.SubMatrix(row, 1, 0, given.Inputs.ColumnCount));

                Assert.Equal(given.Network.Think(given.Inputs).Row(row), alone.Row(0));
            },
            iter: 100);

    [Fact]
    public void Training_can_be_taken_in_parts() =>
        Gen.Select(Cases.WithLayers(1, 3), Gen.Int[0, 30]).Sample(
            (given, first) =>
            {
                NeuralNetwork inParts = given.Network.Clone();

                given.Network.Train(given.Inputs, given.Targets, 30);
                inParts.Train(given.Inputs, given.Targets, first);
                inParts.Train(given.Inputs, given.Targets, 30 - first);

                Assert.Equal(given.Network.Layers.Select(layer => layer.Weights), inParts.Layers.Select(layer => layer.Weights));
            },
            iter: 50);

    [Fact]
    public void A_listener_hears_of_the_way_and_the_end_and_changes_nothing()
    {
        Case quiet = Made(4, [3, 1]);
        Case watched = Made(4, [3, 1]);
        Recorder heard = new();

        quiet.Network.Train(quiet.Inputs, quiet.Targets, 1000);
        watched.Network.Train(watched.Inputs, watched.Targets, 1000, progress: heard);

        Assert.Equal(quiet.Network.Layers[0].Weights, watched.Network.Layers[0].Weights);
        Assert.Equal(new TrainingProgress(1000, watched.Network.MeanSquaredError(watched.Inputs, watched.Targets)), heard.Reports[^1]);
        Assert.Equal(heard.Reports.Select(report => report.Iteration).Order().Distinct(), heard.Reports.Select(report => report.Iteration));

        // Ten, each after twice as many iterations, unless the machine stood still for a moment.
        Assert.InRange(heard.Reports.Count, 2, 100);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(30_000, 2)]
    public void Cancelling_stops_after_a_whole_iteration_and_says_which(int rows, int threads)
    {
        Case given = Made(rows, [3, 1], threads);
        Case same = Made(rows, [3, 1]);
        using CancellationTokenSource cancellation = new();
        Recorder heard = new() { OnReport = report => { if (report.Iteration >= 7) { cancellation.Cancel(); } } };

        TrainingCanceledException stopped = Assert.Throws<TrainingCanceledException>(
            () => given.Network.Train(given.Inputs, given.Targets, int.MaxValue, 1.0 / rows, heard, cancellation.Token));

        Assert.Equal("Training was cancelled.", stopped.Message);
        Assert.InRange(stopped.Iteration, 7, 1_000_000);
        same.Network.Train(same.Inputs, same.Targets, stopped.Iteration, 1.0 / rows);
        Assert.Equal(same.Network.Layers[0].Weights, given.Network.Layers[0].Weights);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelling_is_seen_in_the_middle_of_an_iteration(int threads)
    {
        Case given = Made(200_000, [20, 1000, 20], threads);
        Matrix<double>[] before = [.. given.Network.Layers.Select(layer => layer.Weights.Clone())];

        TrainingCanceledException training = Assert.Throws<TrainingCanceledException>(() => SoonCancelled(
            token => given.Network.Train(given.Inputs, given.Targets, 1, 1e-6, cancellationToken: token)));
        Assert.ThrowsAny<OperationCanceledException>(() => SoonCancelled(token => given.Network.Think(given.Inputs, token)));
        Assert.ThrowsAny<OperationCanceledException>(() => SoonCancelled(
            token => given.Network.MeanSquaredError(given.Inputs, given.Targets, token)));

        Assert.Equal(0, training.Iteration);
        Assert.Equal(before, given.Network.Layers.Select(layer => layer.Weights));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(null)]
    public void An_iteration_allocates_nothing(double? stepSize)
    {
        StepRule rule = stepSize is null ? StepRule.Auto : StepRule.Fixed(stepSize.Value);
        const int Iterations = 100_000;
        Case given = Made(4, [3, 4, 1]);
        GradientDescent training = new(given.Network, given.Inputs, given.Targets, rule);
        training.Run(10);

        long few = AllocatedBy(() => training.Run(10));
        long many = AllocatedBy(() => training.Run(10 + Iterations));

        // The runtime counts in steps of its allocation buffers of 8 KB. The smallest object takes 24 bytes.
        Assert.InRange(many - few, -8192, 8192);
    }

    /// <summary>A worker is known by its buffers: outputs and deltas of 50 neurons for a block.</summary>
    [Theory]
    [InlineData(999, 4, 1)] // below 50,000 multiplications
    [InlineData(2000, 3, 3)]
    [InlineData(1000, 16, 2)] // no more than blocks of rows
    public void As_many_threads_share_the_work_as_it_is_worth(int rows, int threads, int workers)
    {
        NeuralNetwork network = new(1u, 1, 50) { Threads = threads };
        Matrix<double> inputs = Matrix<double>.Build.Dense(rows, 1);
        Matrix<double> targets = Matrix<double>.Build.Dense(rows, 50);

        long bytes = AllocatedBy(() => network.Train(inputs, targets, 0));

        Assert.Equal(workers, bytes / (2 * 50 * Block * sizeof(double)));
    }

    [Fact]
    public void The_adjustments_of_all_chunks_together_stay_below_128_MB()
    {
        // 64 chunks of a million adjustments would take 512 MB; 16 fit.
        NeuralNetwork network = new(new Layer(Matrix<double>.Build.Dense(1000, 1000))) { Threads = 1 };
        Matrix<double> rows = Matrix<double>.Build.Dense(Chunks * Block, 1000);

        long bytes = AllocatedBy(() => network.Train(rows, rows, 0));

        long worker = 2 * 1000 * Block * sizeof(double);
        Assert.InRange(bytes - worker, 16 * 8_000_000, 128 << 20);
    }

    // Long before the work is done: had it been done, nothing would be cancelled.
    private static void SoonCancelled(Action<CancellationToken> work)
    {
        using CancellationTokenSource cancellation = new();

        // A timer would wait for a thread of the pool, all of which may be at work.
        Thread canceller = new(() =>
        {
            Thread.Sleep(20);
            cancellation.Cancel();
        });
        canceller.Start();
        try
        {
            work(cancellation.Token);
        }
        finally
        {
            canceller.Join();
        }
    }

    private static long AllocatedBy(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Case Made(int rows, int[] sizes, int threads = 1)
    {
        NumpyRandom random = new((uint)rows);
        return new(
            new NeuralNetwork(1, sizes) { Threads = threads },
            random.NextWeights(rows, sizes[0]),
            random.NextWeights(rows, sizes[^1]).Map(value => value > 0 ? 1.0 : 0.0, Zeros.Include));
    }

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public Action<TrainingProgress>? OnReport { get; init; }

        public void Report(TrainingProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
