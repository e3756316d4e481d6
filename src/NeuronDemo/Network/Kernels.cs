using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuronDemo.Network;

/// <summary>
/// The loops in which training spends its time, each over the rows of a block and as wide as the machine's vectors.
/// </summary>
/// <remarks>
/// A row's result never depends on where in the block it stands: the rows left over at the end, fewer than a vector
/// holds, take the same operations in the same order.
/// </remarks>
internal static class Kernels
{
    /// <summary>Weighted sums: m = x w, for one neuron and all rows of a block.</summary>
    /// <param name="x">The inputs (rows x inputs).</param>
    /// <param name="inputs">How many inputs.</param>
    /// <param name="weights">The neuron's first weight and what follows.</param>
    /// <param name="step">How far a weight is from the next.</param>
    /// <param name="sums">Receives m, one a row.</param>
    /// <remarks>
    /// Four inputs at a time: a sum is then fetched and stored once for four products, and not for each.
    /// </remarks>
    public static void WeightedSums(RowBlock x, int inputs, ReadOnlySpan<double> weights, int step, Span<double> sums)
    {
        sums.Clear();
        int i = 0;
        for (; i + 4 <= inputs; i += 4)
        {
            AddFour(
                x[i], weights[i * step], x[i + 1], weights[(i + 1) * step],
                x[i + 2], weights[(i + 2) * step], x[i + 3], weights[(i + 3) * step], sums);
        }

        for (; i < inputs; i++)
        {
            AddOne(x[i], weights[i * step], sums);
        }
    }

    /// <summary>Adds to each adjustment the sum over the rows of x_i times delta: x^T delta for one neuron.</summary>
    /// <param name="x">The inputs (rows x inputs).</param>
    /// <param name="delta">The neuron's delta, one a row.</param>
    /// <param name="adjustments">One number an input.</param>
    public static void AddProducts(RowBlock x, ReadOnlySpan<double> delta, Span<double> adjustments)
    {
        int i = 0;
        for (; i + 4 <= adjustments.Length; i += 4)
        {
            DotFour(x[i], x[i + 1], x[i + 2], x[i + 3], delta, adjustments.Slice(i, 4));
        }

        for (; i < adjustments.Length; i++)
        {
            adjustments[i] += Dot(x[i], delta);
        }
    }

    /// <summary>delta = error * y(1 - y): each error times the slope of the sigmoid where the output is y.</summary>
    public static void Delta(ReadOnlySpan<double> errors, ReadOnlySpan<double> outputs, Span<double> delta)
    {
        ref double error = ref MemoryMarshal.GetReference(errors);
        ref double output = ref MemoryMarshal.GetReference(outputs);
        int row = 0;
        for (; row <= delta.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            Vector<double> y = Vector.LoadUnsafe(ref output, (nuint)row);
            (Vector.LoadUnsafe(ref error, (nuint)row) * (y * (Vector<double>.One - y))).CopyTo(delta[row..]);
        }

        for (; row < delta.Length; row++)
        {
            delta[row] = errors[row] * NeuralNetwork.SigmoidDerivative(outputs[row]);
        }
    }

    private static void AddOne(ReadOnlySpan<double> x, double weight, Span<double> sums)
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double sum = ref MemoryMarshal.GetReference(sums);
        Vector<double> w = new(weight);
        int row = 0;
        for (; row <= sums.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref a, (nuint)row), w, Vector.LoadUnsafe(ref sum, (nuint)row))
                .StoreUnsafe(ref sum, (nuint)row);
        }

        for (; row < sums.Length; row++)
        {
            sums[row] = double.MultiplyAddEstimate(x[row], weight, sums[row]);
        }
    }

    private static void AddFour(
        ReadOnlySpan<double> x0, double w0, ReadOnlySpan<double> x1, double w1,
        ReadOnlySpan<double> x2, double w2, ReadOnlySpan<double> x3, double w3, Span<double> sums)
    {
        ref double a = ref MemoryMarshal.GetReference(x0);
        ref double b = ref MemoryMarshal.GetReference(x1);
        ref double c = ref MemoryMarshal.GetReference(x2);
        ref double d = ref MemoryMarshal.GetReference(x3);
        ref double sum = ref MemoryMarshal.GetReference(sums);
        Vector<double> wa = new(w0), wb = new(w1), wc = new(w2), wd = new(w3);
        int row = 0;
        for (; row <= sums.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            nuint at = (nuint)row;
            Vector<double> m = Vector.LoadUnsafe(ref sum, at);
            m = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref a, at), wa, m);
            m = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref b, at), wb, m);
            m = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref c, at), wc, m);
            m = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref d, at), wd, m);
            m.StoreUnsafe(ref sum, at);
        }

        for (; row < sums.Length; row++)
        {
            double m = double.MultiplyAddEstimate(x0[row], w0, sums[row]);
            m = double.MultiplyAddEstimate(x1[row], w1, m);
            m = double.MultiplyAddEstimate(x2[row], w2, m);
            sums[row] = double.MultiplyAddEstimate(x3[row], w3, m);
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> delta)
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double d = ref MemoryMarshal.GetReference(delta);
        Vector<double> sums = Vector<double>.Zero;
        int row = 0;
        for (; row <= delta.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            sums = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref a, (nuint)row), Vector.LoadUnsafe(ref d, (nuint)row), sums);
        }

        double sum = Vector.Sum(sums);
        for (; row < delta.Length; row++)
        {
            sum += x[row] * delta[row];
        }

        return sum;
    }

    // Four columns share each fetch of delta, and four independent sums keep the multipliers busy.
    private static void DotFour(
        ReadOnlySpan<double> x0, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, ReadOnlySpan<double> x3,
        ReadOnlySpan<double> delta, Span<double> totals)
    {
        ref double a = ref MemoryMarshal.GetReference(x0);
        ref double b = ref MemoryMarshal.GetReference(x1);
        ref double c = ref MemoryMarshal.GetReference(x2);
        ref double d = ref MemoryMarshal.GetReference(x3);
        ref double e = ref MemoryMarshal.GetReference(delta);
        Vector<double> sa = Vector<double>.Zero, sb = sa, sc = sa, sd = sa;
        int row = 0;
        for (; row <= delta.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            nuint at = (nuint)row;
            Vector<double> f = Vector.LoadUnsafe(ref e, at);
            sa = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref a, at), f, sa);
            sb = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref b, at), f, sb);
            sc = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref c, at), f, sc);
            sd = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref d, at), f, sd);
        }

        double ta = Vector.Sum(sa), tb = Vector.Sum(sb), tc = Vector.Sum(sc), td = Vector.Sum(sd);
        for (; row < delta.Length; row++)
        {
            ta += x0[row] * delta[row];
            tb += x1[row] * delta[row];
            tc += x2[row] * delta[row];
            td += x3[row] * delta[row];
        }

        totals[0] += ta;
        totals[1] += tb;
        totals[2] += tc;
        totals[3] += td;
    }
}
