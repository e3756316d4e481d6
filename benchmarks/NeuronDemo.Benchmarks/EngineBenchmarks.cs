using BenchmarkDotNet.Attributes;

namespace NeuronDemo.Benchmarks;

/// <summary>One iteration of training on shapes from the truth table to a million rows.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Iterations = 1000;

    private readonly Workload _truthTable = Workload.TruthTable();
    private readonly Workload _digits = Workload.Random(1797, 64, 32, 10);
    private readonly Workload _million = Workload.Random(1_000_000, 30, 1);

    /// <summary>The tutorial's neuron: four rows, three inputs.</summary>
    [Benchmark(OperationsPerInvoke = Iterations)]
    public void TruthTable() => _truthTable.Train(Iterations);

    /// <summary>A network with hidden layers on as many rows as scikit-learn's digits.</summary>
    [Benchmark]
    public void Digits() => _digits.Train(1);

    /// <summary>One neuron on a million rows.</summary>
    [Benchmark]
    public void Million() => _million.Train(1);
}
