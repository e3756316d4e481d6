using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>What a network answers to some rows, beside what it should.</summary>
public sealed class Answers
{
    // An output this near to one half has not taken a side: which one it lies on is rounding.
    private const double Undecided = 1e-6;

    private readonly OutputMeaning? _meaning;

    /// <summary>Asks a network.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="data">The rows to ask about.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Answers(NeuralNetwork network, TrainingSet data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
        Outputs = network.Think(data.Inputs, cancellationToken);
        MeanSquaredError = network.MeanSquaredError(data.Inputs, data.Targets, cancellationToken);
        _meaning = data.Meaning;
        HaveClasses = AreClasses(data);
    }

    /// <summary>Takes answers that were given.</summary>
    /// <param name="outputs">The answers (rows x outputs).</param>
    /// <param name="data">The rows that they belong to.</param>
    public Answers(Matrix<double> outputs, TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
        Outputs = outputs;
        Matrix<double> errors = data.Targets - outputs;
        MeanSquaredError = errors.PointwiseMultiply(errors).Enumerate().Average();
        _meaning = data.Meaning;
        HaveClasses = AreClasses(data);
    }

    /// <summary>The rows.</summary>
    public TrainingSet Data { get; }

    /// <summary>What the network should answer (rows x outputs).</summary>
    public Matrix<double> Targets => Data.Targets;

    /// <summary>What it answers (rows x outputs).</summary>
    public Matrix<double> Outputs { get; }

    /// <summary>mean((t - y)^2) over all rows and targets.</summary>
    public double MeanSquaredError { get; }

    /// <summary>Whether a row is right or wrong: its targets are classes, or all targets are 0 or 1.</summary>
    public bool HaveClasses { get; }

    /// <summary>How many rows are right.</summary>
    public int RowsRight => Enumerable.Range(0, Outputs.RowCount).Count(IsRight);

    /// <summary>The share of the rows that the most frequent targets have: so many are right who always answers the same.</summary>
    public double MostFrequentShare => Enumerable.Range(0, Targets.RowCount)
        .GroupBy(row => row, new SameNumbers(Targets)).Max(alike => alike.Count()) / (double)Targets.RowCount;

    /// <summary>
    /// Whether a row is right: its classes are; without classes, with one target, the output lies on the target's side of
    /// one half, and with several, the largest output is where the largest target is.
    /// </summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <returns>True if it is right.</returns>
    public bool IsRight(int row)
    {
        Vector<double> y = Outputs.Row(row);
        Vector<double> t = Targets.Row(row);
        if (_meaning?.Columns.Any(column => column is ClassTarget) == true)
        {
            return _meaning.Decode(y.AsArray()).Zip(_meaning.Decode(t.AsArray()))
                .All(pair => pair.First.Class is string given && given == pair.Second.Class);
        }

        return y.Count == 1
            ? Math.Abs(y[0] - 0.5) > Undecided && (y[0] - 0.5) * (t[0] - 0.5) > 0
            : !y.Any(double.IsNaN) && t[y.MaximumIndex()] == t.Maximum();
    }

    /// <summary>How far a row misses: its largest |t - y|.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <returns>The distance, 0 to 1; NaN if an output is.</returns>
    public double MissOf(int row)
    {
        double miss = 0;
        for (int j = 0; j < Outputs.ColumnCount; j++)
        {
            // Of a number and NaN, Max gives NaN.
            miss = Math.Max(miss, Math.Abs(Targets[row, j] - Outputs[row, j]));
        }

        return miss;
    }

    /// <summary>The rows in which an output does not come closer to its target than the tolerance.</summary>
    /// <param name="tolerance">The tolerance, greater than 0.</param>
    /// <returns>The rows, counted from 0.</returns>
    public IEnumerable<int> RowsMissing(double tolerance) =>
        Enumerable.Range(0, Outputs.RowCount).Where(row => !(MissOf(row) < tolerance));

    /// <summary>The mean absolute error of an output, mean(|t - y|), in the unit of its target.</summary>
    /// <param name="output">The output, counted from 0.</param>
    /// <returns>The error.</returns>
    public double MeanAbsoluteError(int output) =>
        Sum(row => Math.Abs(Targets[row, output] - Outputs[row, output])) / Outputs.RowCount
        * (_meaning?.Columns.ElementAtOrDefault(output) is NumberTarget target ? target.Greatest - target.Least : 1);

    /// <summary>R^2 = 1 - sum (t - y)^2 / sum (t - mean t)^2: 1 is perfect, 0 no better than always to answer the mean.</summary>
    /// <param name="output">The output, counted from 0.</param>
    /// <returns>The coefficient of determination, 1 or less; NaN where all targets are the same.</returns>
    public double RSquared(int output)
    {
        double mean = Sum(row => Targets[row, output]) / Outputs.RowCount;
        return 1 - Sum(row => Square(Targets[row, output] - Outputs[row, output])) / Sum(row => Square(Targets[row, output] - mean));

        static double Square(double x) => x * x;
    }

    // Of a million rows not even one more column is made.
    private double Sum(Func<int, double> term)
    {
        double sum = 0;
        for (int row = 0; row < Outputs.RowCount; row++)
        {
            sum += term(row);
        }

        return sum;
    }

    private static bool AreClasses(TrainingSet data) => data.Meaning?.Columns.Any(column => column is ClassTarget) == true
            ? data.Meaning.Columns.All(column => column is ClassTarget)
            : data.Targets.ForAll(target => target is 0 or 1);
}
