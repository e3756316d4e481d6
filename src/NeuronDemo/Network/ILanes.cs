namespace NeuronDemo.Network;

/// <summary>What the loops over several neurons need of a vector, so that each is written once for every width.</summary>
/// <typeparam name="TVector">A vector of doubles.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(double value);

    /// <summary>The numbers from an offset on.</summary>
    static abstract TVector Load(ref double start, int offset);

    /// <summary>Puts the numbers of a vector where an offset says.</summary>
    static abstract void Store(TVector vector, ref double start, int offset);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a b + c, in one operation where the machine has it.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>Whether the magnitudes of all lanes are smaller than a limit.</summary>
    static abstract bool AreWithin(double limit, TVector vector);

    /// <summary>a 2^n: adds the whole numbers in the lowest bits of n to the exponents of a.</summary>
    static abstract TVector TimesPowerOfTwo(TVector a, TVector n);

    /// <summary>The sum over all lanes.</summary>
    static abstract double Sum(TVector vector);
}
