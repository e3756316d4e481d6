using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

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
    /// <param name="columns">How many of the first columns.</param>
    /// <returns>The scaling that standardizes them.</returns>
    public static Scaling Of(Matrix<double> inputs, int columns)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        double[] values = inputs.ColumnMajorValues();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        double[] scratch = new double[inputs.RowCount];
        for (int column = 0; column < means.Length; column++)
        {
            ReadOnlySpan<double> x = values.AsSpan(column * inputs.RowCount, inputs.RowCount);
            (means[column], deviations[column]) = Measure(x, scratch);
        }

        return new(means, deviations);
    }

    /// <summary>Scales the columns, in place. Those with deviation 0 become 0; those that were not measured stay.</summary>
    /// <param name="inputs">Inputs (rows x inputs), a dense matrix, not only the one that was measured.</param>
    public void Apply(Matrix<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        double[] values = inputs.ColumnMajorValues();
        for (int column = 0; column < Means.Count; column++)
        {
            Span<double> x = values.AsSpan(column * inputs.RowCount, inputs.RowCount);
            TensorPrimitives.Subtract(x, Means[column], x);
            TensorPrimitives.Divide(x, Deviations[column] == 0 ? double.PositiveInfinity : Deviations[column], x);
        }
    }

    // In two passes, since the mean of squares less the square of the mean loses all digits where the deviation is small
    // against the mean; and in units of the largest power of 2, since squares may be beyond what a double holds and any other
    // unit would round.
    private static (double Mean, double Deviation) Measure(ReadOnlySpan<double> x, double[] scratch)
    {
        double least = TensorPrimitives.Min(x), largest = TensorPrimitives.Max(x);
        if (least == largest)
        {
            return (x[0], 0);
        }

        double unit = Math.ScaleB(1, Math.ILogB(Math.Max(Math.Abs(least), Math.Abs(largest))));
        TensorPrimitives.Divide(x, unit, scratch);
        return (TensorPrimitives.Average<double>(scratch) * unit, TensorPrimitives.StdDev<double>(scratch) * unit);
    }
}
