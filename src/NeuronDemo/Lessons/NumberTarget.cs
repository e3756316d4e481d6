namespace NeuronDemo.Lessons;

/// <summary>A target that is a number. Its range is scaled to 0 to 1, where outputs lie: t = (value - least) / (greatest - least).</summary>
public sealed record NumberTarget : TargetColumn
{
    /// <summary>Describes the column.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="least">The number that becomes 0.</param>
    /// <param name="greatest">The number that becomes 1. A target within 0 to 1 is best taken as it is.</param>
    /// <exception cref="ArgumentException">The two are no range.</exception>
    public NumberTarget(string name, double least = 0, double greatest = 1)
        : base(name)
    {
        (Least, Greatest) = IsRange(least, greatest)
            ? (least, greatest)
            : throw new ArgumentException($"There is no range from {least} to {greatest}.", nameof(greatest));
    }

    /// <summary>The number that becomes 0.</summary>
    public double Least { get; }

    /// <summary>The number that becomes 1.</summary>
    public double Greatest { get; }

    /// <summary>Whether the network has other numbers than the data.</summary>
    public bool IsScaled => (Least, Greatest) != (0, 1);

    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutputNames => [Name];

    /// <summary>Whether numbers can be scaled from this range: it is not empty, and its width is a finite number.</summary>
    public static bool IsRange(double least, double greatest) => greatest - least is > 0 and < double.PositiveInfinity;

    /// <summary>What the network is to learn.</summary>
    /// <param name="value">A number of the column.</param>
    /// <returns>0 for <see cref="Least"/>, 1 for <see cref="Greatest"/>.</returns>
    public double Encode(double value) => (value - Least) / (Greatest - Least);

    /// <inheritdoc/>
    public override TargetValue Decode(ReadOnlySpan<double> outputs) => new(null, Least + outputs[0] * (Greatest - Least));
}
