using System.Diagnostics;
using System.Numerics.Tensors;

namespace NeuronDemo.Benchmarks;

/// <summary>What compare.py asks for: the least of some measurements, in seconds.</summary>
internal static class Stopwatches
{
    private const int TruthTableIterations = 15_000;

    public static IReadOnlyDictionary<string, Func<string[], double>> All { get; } = new Dictionary<string, Func<string[], double>>
    {
        ["truth-table"] = _ => Least(1000, Training(Workload.TruthTable(), TruthTableIterations)) / TruthTableIterations,
        ["million-30"] = _ => Iteration(Workload.Random(1_000_000, 30, 1), 10),
        ["million-3"] = _ => Iteration(Workload.Random(1_000_000, 3, 1), 40),
        ["network"] = _ => Iteration(Workload.Random(1797, 64, 32, 10), 100),
        ["network-784-30-10"] = _ => Iteration(Workload.Random(10_000, 784, 30, 10), 10),
        ["network-784-100-10"] = _ => Iteration(Workload.Random(10_000, 784, 100, 10), 5),
        ["network-30-16-1"] = _ => Iteration(Workload.Random(100_000, 30, 16, 1), 20),
        ["network-4-4-3"] = _ => Iteration(Workload.Random(150, 4, 4, 3), 100_000),
        ["rows-100000"] = _ => Iteration(Workload.Random(100_000, 10, 1), 40),
        ["rows-1000000"] = _ => Iteration(Workload.Random(1_000_000, 10, 1), 10),
        ["rows-10000000"] = _ => Iteration(Workload.Random(10_000_000, 10, 1), 5),
        ["sum"] = _ => Least(20, Summing(Workload.Random(1_000_000, 30, 1).Inputs)),
    };

    private static double Iteration(Workload workload, int iterations) => Least(5, Training(workload, iterations)) / iterations;

    private static Action Training(Workload workload, int iterations) => () => workload.Train(iterations);

    // What memory allows: as many threads as training has, each adding up its share of the same array.
    private static Action Summing(double[] values)
    {
        int share = values.Length / Environment.ProcessorCount;
        double[] sums = new double[Environment.ProcessorCount];
        return () => Parallel.For(0, sums.Length, i => sums[i] = TensorPrimitives.Sum<double>(values.AsSpan(i * share, share)));
    }

    private static double Least(int times, Action work)
    {
        work();
        double least = double.PositiveInfinity;
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return least;
    }
}
