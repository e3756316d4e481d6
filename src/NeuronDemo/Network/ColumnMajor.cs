using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>The layout to compute on: Math.NET stores a dense matrix column after column.</summary>
internal static class ColumnMajor
{
    /// <summary>The numbers column after column: the matrix's own array if it is dense, else a copy.</summary>
    public static double[] ColumnMajorValues(this Matrix<double> matrix) =>
        matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();
}
