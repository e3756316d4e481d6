using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Data;

/// <summary>What a network learns from: rows of inputs and the targets that belong to them.</summary>
/// <param name="Inputs">The inputs (rows x inputs).</param>
/// <param name="Targets">The targets (rows x outputs), each 0 to 1.</param>
public sealed record TrainingSet(Matrix<double> Inputs, Matrix<double> Targets)
{
    /// <summary>The tutorial's truth table: the target is the first input, and the third input is always 1.</summary>
    public static TrainingSet TruthTable { get; } = new(
        Matrix<double>.Build.DenseOfRowArrays([0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]),
        Matrix<double>.Build.DenseOfRowArrays([0], [1], [1], [0]));
}
