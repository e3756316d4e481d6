namespace NeuronDemo.Figures;

/// <summary>A number that is easy to read: 1, 2 or 5 times a power of ten.</summary>
/// <param name="Digit">1, 2 or 5.</param>
/// <param name="Exponent">The power of ten.</param>
internal readonly record struct RoundNumber(int Digit, int Exponent)
{
    /// <summary>The number.</summary>
    public double Value => Digit * Math.Pow(10, Exponent);

    /// <summary>The greatest such number that is not greater than a positive limit.</summary>
    public static RoundNumber AtMost(double limit)
    {
        int exponent = (int)Math.Floor(Math.Log10(limit));
        return new((limit / Math.Pow(10, exponent)) switch { >= 5 => 5, >= 2 => 2, _ => 1 }, exponent);
    }

    public override string ToString() => Symbols.Power(Digit, Exponent);
}
