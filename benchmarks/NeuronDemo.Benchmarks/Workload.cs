using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Benchmarks;

/// <summary>A network and rows for it.</summary>
internal sealed class Workload
{
    private readonly NeuralNetwork _network;
    private readonly Matrix<double> _inputs;
    private readonly Matrix<double> _targets;
    private readonly double _stepSize;

    private Workload(NeuralNetwork network, Matrix<double> inputs, Matrix<double> targets, double stepSize)
    {
        _network = network;
        _inputs = inputs;
        _targets = targets;
        _stepSize = stepSize;
    }

    public double[] Inputs => _inputs.AsColumnMajorArray();

    public static Workload TruthTable() =>
        new(new NeuralNetwork(1, 3, 1), TrainingSet.TruthTable.Inputs, TrainingSet.TruthTable.Targets, 1);

    public static Workload Random(int rows, params int[] sizes)
    {
        Random random = new(1);
        return new(
            new NeuralNetwork(1, sizes),
            Matrix<double>.Build.Dense(rows, sizes[0], Fill(rows * sizes[0], random.NextDouble)),
            Matrix<double>.Build.Dense(rows, sizes[^1], Fill(rows * sizes[^1], () => random.Next(2))),
            1.0 / rows);
    }

    public void Train(int iterations) => _network.Train(_inputs, _targets, iterations, _stepSize);

    private static double[] Fill(int count, Func<double> next)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
