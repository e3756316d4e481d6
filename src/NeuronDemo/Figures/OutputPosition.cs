using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Figures;

/// <summary>Which output of a network, for which row, and what it should be.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Column">The output of the network, from 0.</param>
/// <param name="Target">The target that belongs to it.</param>
internal readonly record struct OutputPosition(int Row, int Column, double Target)
{
    /// <summary>Finds an output, counted from 0 row by row.</summary>
    public static OutputPosition At(Matrix<double> targets, int index)
    {
        (int row, int column) = Math.DivRem(index, targets.ColumnCount);
        return new(row, column, targets[row, column]);
    }
}
