using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuronDemo.Network;

/// <summary>The vectors that .NET chooses for the machine: two or four doubles.</summary>
internal readonly struct Lanes : ILanes<Vector<double>>
{
    public static int Count => Vector<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Broadcast(double value) => Vector.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Load(ref double start, int offset) => Vector.LoadUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<double> vector, ref double start, int offset) => vector.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Add(Vector<double> a, Vector<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Multiply(Vector<double> a, Vector<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Divide(Vector<double> a, Vector<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> MultiplyAdd(Vector<double> a, Vector<double> b, Vector<double> c) =>
        Vector.MultiplyAddEstimate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreWithin(double limit, Vector<double> vector) => Vector.LessThanAll(Vector.Abs(vector), Vector.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> TimesPowerOfTwo(Vector<double> a, Vector<double> n) =>
        Vector.AsVectorDouble(Vector.AsVectorInt64(a) + (Vector.AsVectorInt64(n) << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector<double> vector) => Vector.Sum(vector);
}
