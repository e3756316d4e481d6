using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Tests;

/// <summary>Comparisons of numbers that may differ by rounding.</summary>
internal static class Near
{
    /// <summary>Every number of one matrix equals the other's to a relative precision.</summary>
    public static void Equal(Matrix<double> expected, Matrix<double> actual, double relative)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        foreach ((int row, int column, double value) in expected.EnumerateIndexed())
        {
            Assert.Equal(value, actual[row, column], Math.Abs(value) * relative);
        }
    }
}
