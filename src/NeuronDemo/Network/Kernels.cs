using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuronDemo.Network;

/// <summary>
/// What training computes on a block of rows, each in the loop that is fastest for the shape and the machine.
/// </summary>
/// <remarks>A row's result never depends on where it stands in its block.</remarks>
internal static class Kernels
{
    /// <summary>Weighted sums: m = x W.</summary>
    /// <param name="x">The inputs (rows x inputs), finite; for several neurons, whole vectors or in a <see cref="BlockBuffer"/>.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="inputStride">How far a neuron's weight is from the one for its next input.</param>
    /// <param name="neuronStride">How far a weight is from the next neuron's for the same input.</param>
    /// <param name="sums">Receives m (rows x neurons), in a <see cref="BlockBuffer"/>.</param>
    public static void WeightedSums(in RowBlock x, ReadOnlySpan<double> weights, int inputStride, int neuronStride, in RowBlock sums)
    {
        if (sums.Columns == 1)
        {
            NeuronKernels.WeightedSums(x, weights, inputStride, sums[0]);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            LayerKernels<Vector512<double>, WideLanes>.WeightedSums(x, weights, inputStride, neuronStride, sums);
        }
        else
        {
            LayerKernels<Vector<double>, Lanes>.WeightedSums(x, weights, inputStride, neuronStride, sums);
        }
    }

    /// <summary>y = S(m) in place, padding included.</summary>
    /// <param name="sums">The sums m (rows x neurons), in a <see cref="BlockBuffer"/>.</param>
    public static void Sigmoid(in RowBlock sums)
    {
        if (sums.Columns > 1 && Vector512.IsHardwareAccelerated)
        {
            SigmoidKernel<Vector512<double>, WideLanes>.Apply(sums);
        }
        else
        {
            SigmoidKernel<Vector<double>, Lanes>.Apply(sums);
        }
    }

    /// <summary>The deltas of the outputs: (t - y) y(1 - y), the error times the slope of the sigmoid.</summary>
    /// <param name="targets">The targets t (rows x outputs).</param>
    /// <param name="outputs">The outputs y (rows x outputs).</param>
    /// <param name="deltas">Receives the deltas (rows x outputs).</param>
    public static void OutputDeltas(in RowBlock targets, in RowBlock outputs, in RowBlock deltas)
    {
        for (int j = 0; j < deltas.Columns; j++)
        {
            ref double target = ref targets.Start(j);
            ref double output = ref outputs.Start(j);
            ref double delta = ref deltas.Start(j);
            int row = 0;
            for (; row <= deltas.Rows - Vector<double>.Count; row += Vector<double>.Count)
            {
                Vector<double> y = Vector.LoadUnsafe(ref output, (nuint)row);
                Vector<double> error = Vector.LoadUnsafe(ref target, (nuint)row) - y;
                (error * (y * (Vector<double>.One - y))).StoreUnsafe(ref delta, (nuint)row);
            }

            for (; row < deltas.Rows; row++)
            {
                double y = Unsafe.Add(ref output, row);
                Unsafe.Add(ref delta, row) = (Unsafe.Add(ref target, row) - y) * NeuralNetwork.SigmoidDerivative(y);
            }
        }
    }

    /// <summary>The deltas of hidden neurons: their errors times y(1 - y), in place, padding included.</summary>
    /// <param name="outputs">The outputs y (rows x neurons), in a <see cref="BlockBuffer"/>.</param>
    /// <param name="errors">The errors (rows x neurons), in a <see cref="BlockBuffer"/>.</param>
    public static void HiddenDeltas(in RowBlock outputs, in RowBlock errors)
    {
        for (int j = 0; j < errors.Columns; j++)
        {
            ref double output = ref outputs.Start(j);
            ref double error = ref errors.Start(j);
            for (int row = 0; row < errors.Rows; row += Vector<double>.Count)
            {
                Vector<double> y = Vector.LoadUnsafe(ref output, (nuint)row);
                (Vector.LoadUnsafe(ref error, (nuint)row) * (y * (Vector<double>.One - y))).StoreUnsafe(ref error, (nuint)row);
            }
        }
    }

    /// <summary>Adds x^T delta: to each adjustment the sum over the rows of an input times a neuron's delta.</summary>
    /// <param name="x">The inputs (rows x inputs); for several neurons, whole vectors or in a <see cref="BlockBuffer"/>.</param>
    /// <param name="deltas">The deltas (rows x neurons), in a <see cref="BlockBuffer"/>.</param>
    /// <param name="adjustments">The adjustments (inputs x neurons), column after column.</param>
    public static void AddProducts(in RowBlock x, in RowBlock deltas, Span<double> adjustments)
    {
        if (deltas.Columns == 1)
        {
            NeuronKernels.AddProducts(x, deltas[0], adjustments);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            LayerKernels<Vector512<double>, WideLanes>.AddProducts(x, deltas, adjustments);
        }
        else
        {
            LayerKernels<Vector<double>, Lanes>.AddProducts(x, deltas, adjustments);
        }
    }

    /// <summary>sum (t - y)^2 over the rows of a block.</summary>
    public static double SumOfSquaredErrors(ReadOnlySpan<double> targets, ReadOnlySpan<double> outputs)
    {
        ref double target = ref MemoryMarshal.GetReference(targets);
        ref double output = ref MemoryMarshal.GetReference(outputs);
        Vector<double> sums = Vector<double>.Zero;
        int row = 0;
        for (; row <= outputs.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            Vector<double> error = Vector.LoadUnsafe(ref target, (nuint)row) - Vector.LoadUnsafe(ref output, (nuint)row);
            sums = Vector.MultiplyAddEstimate(error, error, sums);
        }

        double sum = Vector.Sum(sums);
        for (; row < outputs.Length; row++)
        {
            double error = targets[row] - outputs[row];
            sum += error * error;
        }

        return sum;
    }
}
