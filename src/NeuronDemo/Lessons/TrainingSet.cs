using MathNet.Numerics.LinearAlgebra;

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

    /// <summary>The names of the inputs, where the data came with names.</summary>
    public IReadOnlyList<string>? InputNames { get; init; }

    /// <summary>The names of the targets, where the data came with names.</summary>
    public IReadOnlyList<string>? TargetNames { get; init; }

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
        return this with { Scaling = scaling };
    }

    /// <summary>The same rows with a constant 1 as the last input.</summary>
    /// <returns>The rows with one more input.</returns>
    public TrainingSet WithBias() => this with
    {
        Inputs = Inputs.InsertColumn(Inputs.ColumnCount, Vector<double>.Build.Dense(Inputs.RowCount, 1)),
        InputNames = InputNames?.Append("1").ToArray(),
        HasBias = true,
    };
}
