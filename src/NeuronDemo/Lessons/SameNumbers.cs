using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>Compares rows of a matrix by their numbers.</summary>
internal sealed class SameNumbers(Matrix<double> matrix) : IEqualityComparer<int>
{
    private readonly double[] _values = matrix.ColumnMajorValues();

    public bool Equals(int x, int y)
    {
        for (int column = 0; column < matrix.ColumnCount; column++)
        {
            if (_values[column * matrix.RowCount + x] != _values[column * matrix.RowCount + y])
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(int row)
    {
        HashCode hash = default;
        for (int column = 0; column < matrix.ColumnCount; column++)
        {
            // Adding 0 makes -0 and 0, which are equal, one.
            hash.Add(_values[column * matrix.RowCount + row] + 0.0);
        }

        return hash.ToHashCode();
    }
}
