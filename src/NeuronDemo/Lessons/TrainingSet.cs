using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Messages;

namespace NeuronDemo.Lessons;

/// <summary>What a network learns from: rows of inputs and the targets that belong to them.</summary>
/// <param name="Inputs">The inputs (rows x inputs).</param>
/// <param name="Targets">The targets (rows x outputs), each 0 to 1.</param>
public sealed record TrainingSet(Matrix<double> Inputs, Matrix<double> Targets)
{
    /// <summary>The tutorial's truth table: the target is the first input, and the third input is always 1.</summary>
    public static TrainingSet TruthTable => new(
        Matrix<double>.Build.DenseOfRowArrays([0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]),
        Matrix<double>.Build.DenseOfRowArrays([0], [1], [1], [0]))
    {
        IsTruthTable = true,
    };

    /// <summary>Which columns the inputs come from, but for a bias; none if that is not known.</summary>
    public IReadOnlyList<InputColumn> InputColumns { get; init; } = [];

    /// <summary>What the targets mean, or null if that is not known.</summary>
    public OutputMeaning? Meaning { get; init; }

    /// <summary>Whether the columns brought names; else they are called by their numbers.</summary>
    public bool HasNames { get; init; }

    /// <summary>The targets as columns, also where their meaning is not known.</summary>
    internal IReadOnlyList<TargetColumn> TargetColumns =>
        Meaning?.Columns ?? [.. Numbered("y", Targets.ColumnCount).Select(name => new NumberTarget(name))];

    /// <summary>The names of the inputs, where the data came with names.</summary>
    public IReadOnlyList<string>? InputNames => HasNames || InputColumns.Any(column => column.Texts is not null)
        ? [.. InputColumns.SelectMany(column => column.InputNames), .. HasBias ? ["1"] : (string[])[]]
        : null;

    /// <summary>The names of the targets, where the data came with names.</summary>
    public IReadOnlyList<string>? TargetNames => HasNames ? Meaning?.OutputNames : null;

    /// <summary>The rows that are not learned from, if some are held out.</summary>
    public TrainingSet? HeldOut { get; init; }

    /// <summary>The file, as messages call it; null for the truth table.</summary>
    internal string? FileName { get; init; }

    /// <summary>How many rows were left out since a cell is missing.</summary>
    internal int RowsLeftOut { get; init; }

    /// <summary>Whether nobody said which column is the target.</summary>
    internal bool TargetsAreGuessed { get; init; }

    /// <summary>What a careful person would ask about the data.</summary>
    internal IReadOnlyList<Message> Doubts { get; init; } = [];

    /// <summary>Names that several columns have.</summary>
    internal IReadOnlyList<string> DuplicateNames { get; init; } = [];

    /// <summary>Which rows of the data these are, counted from 0; null if they are all, in their order.</summary>
    internal IReadOnlyList<int>? RowNumbers { get; init; }

    /// <summary>Whether these are the tutorial's rows and not the user's.</summary>
    public bool IsTruthTable { get; private init; }

    /// <summary>How the inputs were standardized, if they were.</summary>
    public Scaling? Scaling { get; private init; }

    /// <summary>Whether the last input is the constant 1, whose weight is the neuron's bias.</summary>
    public bool HasBias { get; internal init; }

    /// <summary>The same rows with every input standardized, but for a bias; the numbers are changed in place.</summary>
    /// <returns>The rows, and with them their scaling.</returns>
    public TrainingSet Standardize()
    {
        Scaling scaling = Scaling.Of(Inputs, HasBias ? Inputs.ColumnCount - 1 : Inputs.ColumnCount);
        scaling.Apply(Inputs);
        if (HeldOut is not null)
        {
            scaling.Apply(HeldOut.Inputs);
        }

        return this with { Scaling = scaling, HeldOut = HeldOut is null ? null : HeldOut with { Scaling = scaling } };
    }

    /// <summary>Names for what has none: x1, x2, ..., or x if it is alone.</summary>
    internal static string[] Numbered(string symbol, int count) =>
        count == 1 ? [symbol] : [.. Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"{symbol}{i}"))];

    /// <summary>The number of a row in the data, counted from 1.</summary>
    /// <param name="row">The row here, counted from 0.</param>
    /// <returns>The number.</returns>
    public int NumberOf(int row) => (RowNumbers?[row] ?? row) + 1;

    /// <summary>What stood in a row of the data: a text for each input column, or for each input where columns are not known.</summary>
    /// <param name="row">The row here, counted from 0.</param>
    /// <returns>The texts.</returns>
    public IReadOnlyList<string> CellsOf(int row)
    {
        int inputs = Inputs.ColumnCount - (HasBias && !IsTruthTable ? 1 : 0);
        double[] x = new double[inputs];
        for (int i = 0; i < inputs; i++)
        {
            x[i] = Inputs[row, i];
            if (Scaling is not null && i < Scaling.Means.Count)
            {
                x[i] = Sum(x[i] * Scaling.Deviations[i], Scaling.Means[i]);
            }
        }

        IReadOnlyList<InputColumn> columns = InputColumns.Count > 0 ? InputColumns : [.. x.Select(_ => new InputColumn(""))];
        string[] cells = new string[columns.Count];
        for (int i = 0, place = 0; i < cells.Length; place += columns[i++].InputCount)
        {
            cells[i] = columns[i].Decode(x.AsSpan(place, columns[i].InputCount));
        }

        return cells;

        // Without what two numbers of some 15 digits leave behind where they cancel each other.
        static double Sum(double one, double other)
        {
            double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(Math.Abs(one), Math.Abs(other)))) - 13);
            return double.IsNormal(unit) ? Math.Round((one + other) / unit) * unit + 0.0 : one + other;
        }
    }

    /// <summary>The same rows with a constant 1 as the last input.</summary>
    /// <returns>The rows with one more input.</returns>
    public TrainingSet WithBias() => this with
    {
        Inputs = Inputs.InsertColumn(Inputs.ColumnCount, Vector<double>.Build.Dense(Inputs.RowCount, 1)),
        HasBias = true,
    };
}
