using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Data;

/// <summary>
/// Standardization: x' = (x - mean) / deviation, column by column, so that every input has mean 0 and population
/// standard deviation 1, and one step size suits all weights.
/// </summary>
/// <param name="Means">Each column's mean.</param>
/// <param name="Deviations">Each column's population standard deviation; 0 where all numbers are the same.</param>
public sealed record Scaling(IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    /// <summary>Measures the columns.</summary>
    /// <param name="inputs">The inputs (rows x inputs).</param>
    /// <returns>The scaling that standardizes them.</returns>
    public static Scaling Of(Matrix<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (double Mean, double Deviation)[] columns = [.. inputs.EnumerateColumns().Select(column => Measure(column.ToArray()))];
        return new([.. columns.Select(column => column.Mean)], [.. columns.Select(column => column.Deviation)]);
    }

    /// <summary>Scales the columns, in place. Those with deviation 0 become 0.</summary>
    /// <param name="inputs">Inputs (rows x inputs), not only those that were measured.</param>
    public void Apply(Matrix<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (int column = 0; column < inputs.ColumnCount; column++)
        {
            double mean = Means[column];
            double deviation = Deviations[column];
            for (int row = 0; row < inputs.RowCount; row++)
            {
                inputs[row, column] = deviation == 0 ? 0 : (inputs[row, column] - mean) / deviation;
            }
        }
    }

    // In two passes, since the mean of squares less the square of the mean loses all digits where the deviation is small
    // against the mean; and in units of the largest number, whose square may be beyond what a double holds.
    private static (double Mean, double Deviation) Measure(double[] x)
    {
        if (TensorPrimitives.Min<double>(x) == TensorPrimitives.Max<double>(x))
        {
            return (x[0], 0);
        }

        double unit = Math.Abs(TensorPrimitives.MaxMagnitude<double>(x));
        TensorPrimitives.Divide(x, unit, x);
        double mean = TensorPrimitives.Average<double>(x);
        return (mean * unit, TensorPrimitives.StdDev<double>(x) * unit);
    }
}
