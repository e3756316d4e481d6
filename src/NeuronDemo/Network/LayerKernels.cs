using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuronDemo.Network;

/// <summary>The matrix products of a layer of several neurons over the rows of a block, with vectors of any width.</summary>
/// <remarks>
/// <para>
/// The processor multiplies faster than it can fetch numbers, even from its first-level cache. So a product is computed a
/// tile at a time: twelve sums stay in registers until they are complete, and seven numbers that are fetched give twelve
/// products. Twelve sums, three vectors beside them and one passing by are what the sixteen registers of AVX2 hold.
/// </para>
/// <para>
/// Columns are read in whole vectors, padding included. A tile that reaches beyond the last row, neuron or input takes the
/// last one in place of those that are missing: it computes the same numbers once more, by the same operations.
/// </para>
/// </remarks>
/// <typeparam name="TVector">A vector of doubles.</typeparam>
/// <typeparam name="TLanes">What is done with it.</typeparam>
internal static class LayerKernels<TVector, TLanes>
    where TVector : struct
    where TLanes : ILanes<TVector>
{
    private const int TileHeight = 3;
    private const int TileWidth = 4;

    /// <summary>Weighted sums: m = x W.</summary>
    /// <param name="x">The inputs (rows x inputs).</param>
    /// <param name="weights">The weights.</param>
    /// <param name="inputStride">How far a neuron's weight is from the one for its next input.</param>
    /// <param name="neuronStride">How far a weight is from the next neuron's for the same input.</param>
    /// <param name="sums">Receives m (rows x neurons).</param>
    public static void WeightedSums(in RowBlock x, ReadOnlySpan<double> weights, int inputStride, int neuronStride, in RowBlock sums)
    {
        ref double w = ref MemoryMarshal.GetReference(weights);
        int lastRow = (x.Rows - 1) / TLanes.Count * TLanes.Count;
        int last = sums.Columns - 1;
        for (int row = 0; row < x.Rows; row += TileHeight * TLanes.Count)
        {
            int row1 = Math.Min(row + TLanes.Count, lastRow), row2 = Math.Min(row + 2 * TLanes.Count, lastRow);
            for (int j = 0; j <= last; j += TileWidth)
            {
                int j1 = Math.Min(j + 1, last), j2 = Math.Min(j + 2, last), j3 = Math.Min(j + 3, last);
                SumsOfTile(
                    x, row, row1, row2,
                    ref Unsafe.Add(ref w, j * neuronStride), ref Unsafe.Add(ref w, j1 * neuronStride),
                    ref Unsafe.Add(ref w, j2 * neuronStride), ref Unsafe.Add(ref w, j3 * neuronStride), inputStride,
                    ref sums.Start(j), ref sums.Start(j1), ref sums.Start(j2), ref sums.Start(j3));
            }
        }
    }

    /// <summary>Adds x^T delta: to each adjustment the sum over the rows of an input times a neuron's delta.</summary>
    /// <param name="x">The inputs (rows x inputs).</param>
    /// <param name="deltas">The deltas (rows x neurons). In padding they become 0, so that it adds nothing.</param>
    /// <param name="adjustments">The adjustments (inputs x neurons), column after column.</param>
    public static void AddProducts(in RowBlock x, in RowBlock deltas, Span<double> adjustments)
    {
        deltas.ClearPadding();
        Span<double> tile = stackalloc double[TileHeight * TileWidth];
        int lastInput = x.Columns - 1, lastNeuron = deltas.Columns - 1;
        for (int i = 0; i <= lastInput; i += TileHeight)
        {
            int i1 = Math.Min(i + 1, lastInput), i2 = Math.Min(i + 2, lastInput);
            for (int j = 0; j <= lastNeuron; j += TileWidth)
            {
                int j1 = Math.Min(j + 1, lastNeuron), j2 = Math.Min(j + 2, lastNeuron), j3 = Math.Min(j + 3, lastNeuron);
                ProductsOfTile(
                    ref x.Start(i), ref x.Start(i1), ref x.Start(i2),
                    ref deltas.Start(j), ref deltas.Start(j1), ref deltas.Start(j2), ref deltas.Start(j3), x.Rows, tile);
                for (int neuron = j; neuron <= j3; neuron++)
                {
                    for (int input = i; input <= i2; input++)
                    {
                        adjustments[neuron * x.Columns + input] += tile[(neuron - j) * TileHeight + input - i];
                    }
                }
            }
        }
    }

    // Three vectors of rows times four neurons, while all inputs pass by. Optimized at once: a short training is over before
    // the runtime has found out which loops are worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumsOfTile(
        in RowBlock x, int row, int row1, int row2,
        ref double w0, ref double w1, ref double w2, ref double w3, int inputStride,
        ref double m0, ref double m1, ref double m2, ref double m3)
    {
        TVector a0 = default, a1 = default, a2 = default, a3 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default;
        TVector c0 = default, c1 = default, c2 = default, c3 = default;
        ref double column = ref x.Start(0);
        for (int i = 0; i < x.Columns; i++)
        {
            TVector a = TLanes.Load(ref column, row), b = TLanes.Load(ref column, row1), c = TLanes.Load(ref column, row2);
            column = ref Unsafe.Add(ref column, x.Stride);
            int at = i * inputStride;

            TVector w = TLanes.Broadcast(Unsafe.Add(ref w0, at));
            a0 = TLanes.MultiplyAdd(a, w, a0);
            b0 = TLanes.MultiplyAdd(b, w, b0);
            c0 = TLanes.MultiplyAdd(c, w, c0);

            w = TLanes.Broadcast(Unsafe.Add(ref w1, at));
            a1 = TLanes.MultiplyAdd(a, w, a1);
            b1 = TLanes.MultiplyAdd(b, w, b1);
            c1 = TLanes.MultiplyAdd(c, w, c1);

            w = TLanes.Broadcast(Unsafe.Add(ref w2, at));
            a2 = TLanes.MultiplyAdd(a, w, a2);
            b2 = TLanes.MultiplyAdd(b, w, b2);
            c2 = TLanes.MultiplyAdd(c, w, c2);

            w = TLanes.Broadcast(Unsafe.Add(ref w3, at));
            a3 = TLanes.MultiplyAdd(a, w, a3);
            b3 = TLanes.MultiplyAdd(b, w, b3);
            c3 = TLanes.MultiplyAdd(c, w, c3);
        }

        TLanes.Store(a0, ref m0, row);
        TLanes.Store(b0, ref m0, row1);
        TLanes.Store(c0, ref m0, row2);
        TLanes.Store(a1, ref m1, row);
        TLanes.Store(b1, ref m1, row1);
        TLanes.Store(c1, ref m1, row2);
        TLanes.Store(a2, ref m2, row);
        TLanes.Store(b2, ref m2, row1);
        TLanes.Store(c2, ref m2, row2);
        TLanes.Store(a3, ref m3, row);
        TLanes.Store(b3, ref m3, row1);
        TLanes.Store(c3, ref m3, row2);
    }

    // Three inputs times four neurons, while all rows pass by.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ProductsOfTile(
        ref double x0, ref double x1, ref double x2,
        ref double d0, ref double d1, ref double d2, ref double d3, int rows, Span<double> products)
    {
        TVector a0 = default, a1 = default, a2 = default, a3 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default;
        TVector c0 = default, c1 = default, c2 = default, c3 = default;
        for (int row = 0; row < rows; row += TLanes.Count)
        {
            TVector a = TLanes.Load(ref x0, row), b = TLanes.Load(ref x1, row), c = TLanes.Load(ref x2, row);

            TVector d = TLanes.Load(ref d0, row);
            a0 = TLanes.MultiplyAdd(a, d, a0);
            b0 = TLanes.MultiplyAdd(b, d, b0);
            c0 = TLanes.MultiplyAdd(c, d, c0);

            d = TLanes.Load(ref d1, row);
            a1 = TLanes.MultiplyAdd(a, d, a1);
            b1 = TLanes.MultiplyAdd(b, d, b1);
            c1 = TLanes.MultiplyAdd(c, d, c1);

            d = TLanes.Load(ref d2, row);
            a2 = TLanes.MultiplyAdd(a, d, a2);
            b2 = TLanes.MultiplyAdd(b, d, b2);
            c2 = TLanes.MultiplyAdd(c, d, c2);

            d = TLanes.Load(ref d3, row);
            a3 = TLanes.MultiplyAdd(a, d, a3);
            b3 = TLanes.MultiplyAdd(b, d, b3);
            c3 = TLanes.MultiplyAdd(c, d, c3);
        }

        products[0] = TLanes.Sum(a0);
        products[1] = TLanes.Sum(b0);
        products[2] = TLanes.Sum(c0);
        products[3] = TLanes.Sum(a1);
        products[4] = TLanes.Sum(b1);
        products[5] = TLanes.Sum(c1);
        products[6] = TLanes.Sum(a2);
        products[7] = TLanes.Sum(b2);
        products[8] = TLanes.Sum(c2);
        products[9] = TLanes.Sum(a3);
        products[10] = TLanes.Sum(b3);
        products[11] = TLanes.Sum(c3);
    }
}
