using System.Runtime.CompilerServices;

namespace NeuronDemo.Network;

/// <summary>The sigmoid S(m) = 1 / (1 + e^-m) over the rows of a block, with vectors of any width.</summary>
/// <remarks>
/// <para>
/// e^-m is 2^n e^-r, where n is -m / ln 2 rounded to a whole number, and r = m + n ln 2 what remains, at most 0.35 in magnitude.
/// There the series 1 - r + r^2/2! - ... - r^13/13! has all digits of a double. Added up term by term, each addition would
/// wait for the one before; here pairs of terms are added at the same time, then pairs of pairs (Estrin's scheme).
/// </para>
/// <para>
/// .NET's own e^x is called for each vector, and numbers go there and back through memory. On four rows such waiting is
/// what an iteration is made of.
/// </para>
/// </remarks>
/// <typeparam name="TVector">A vector of doubles.</typeparam>
/// <typeparam name="TLanes">What is done with it.</typeparam>
internal static class SigmoidKernel<TVector, TLanes>
    where TVector : struct
    where TLanes : ILanes<TVector>
{
    // Beyond it, the exponents of e^m and e^-m come near the ends of what a double can hold.
    private const double LargestSum = 700;

    // 1.5 * 2^52: added to a smaller number, it leaves that number rounded in the last bits.
    private const double Rounding = 6755399441055744;

    // ln 2 in two parts: a whole number of ten bits times the first is exact.
    private const double Ln2 = 0.69314718036912381649;
    private const double RestOfLn2 = 1.9082149292705877e-10;

    /// <summary>y = S(m) in place, padding included.</summary>
    /// <param name="sums">The sums m (rows x neurons).</param>
    public static void Apply(in RowBlock sums)
    {
        for (int j = 0; j < sums.Columns; j++)
        {
            ref double m = ref sums.Start(j);
            for (int row = 0; row < sums.Rows; row += TLanes.Count)
            {
                TVector vector = TLanes.Load(ref m, row);
                if (TLanes.AreWithin(LargestSum, vector))
                {
                    TLanes.Store(Sigmoid(vector), ref m, row);
                }
                else
                {
                    ApplyToEach(ref Unsafe.Add(ref m, row));
                }
            }
        }
    }

    // A sum within the limit gets the bits that it gets anywhere, whatever stands beside it.
    private static void ApplyToEach(ref double m)
    {
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            ref double sum = ref Unsafe.Add(ref m, lane);
            TVector equals = TLanes.Broadcast(sum);
            if (TLanes.AreWithin(LargestSum, equals))
            {
                equals = Sigmoid(equals);
                sum = Unsafe.As<TVector, double>(ref equals);
            }
            else
            {
                sum = NeuralNetwork.Sigmoid(sum);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid(TVector m)
    {
        TVector one = TLanes.Broadcast(1);
        return TLanes.Divide(one, TLanes.Add(one, ExpOfNegative(m)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfNegative(TVector m)
    {
        TVector rounded = TLanes.MultiplyAdd(m, TLanes.Broadcast(-1 / (Ln2 + RestOfLn2)), TLanes.Broadcast(Rounding));
        TVector n = TLanes.Add(rounded, TLanes.Broadcast(-Rounding));
        TVector r = TLanes.MultiplyAdd(n, TLanes.Broadcast(RestOfLn2), TLanes.MultiplyAdd(n, TLanes.Broadcast(Ln2), m));

        TVector r2 = TLanes.Multiply(r, r), r4 = TLanes.Multiply(r2, r2), r8 = TLanes.Multiply(r4, r4);
        TVector first4 = TLanes.MultiplyAdd(r2, Pair(r, 2, 6), Pair(r, 1, 1));
        TVector next4 = TLanes.MultiplyAdd(r2, Pair(r, 720, 5_040), Pair(r, 24, 120));
        TVector last6 = TLanes.MultiplyAdd(r2, Pair(r, 3_628_800, 39_916_800), Pair(r, 40_320, 362_880));
        last6 = TLanes.MultiplyAdd(r4, Pair(r, 479_001_600, 6_227_020_800), last6);
        TVector series = TLanes.MultiplyAdd(r8, last6, TLanes.MultiplyAdd(r4, next4, first4));
        return TLanes.TimesPowerOfTwo(series, rounded);
    }

    // Two terms that follow each other in the series, over the power of r in the first: 1/k! - r/(k+1)!
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Pair(TVector r, double factorial, double nextFactorial) =>
        TLanes.MultiplyAdd(r, TLanes.Broadcast(-1 / nextFactorial), TLanes.Broadcast(1 / factorial));
}
