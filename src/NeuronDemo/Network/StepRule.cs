namespace NeuronDemo.Network;

/// <summary>How long the steps of gradient descent are: all of one size, or found on the way.</summary>
public sealed record StepRule
{
    private StepRule(double? stepSize) => StepSize = stepSize;

    /// <summary>The "bold driver": the step grows while it leads downhill, and shrinks when it has led uphill.</summary>
    /// <remarks>
    /// <para>
    /// It begins with 1 / rows, a step by the mean of the rows' adjustments. After a step that did not raise
    /// E = 1/2 sum (t - y)^2 it is 5 % longer; a step that did, or after which E is no finite number, is taken back, and
    /// the next one from there is half as long. So E never rises.
    /// </para>
    /// <para>
    /// The step is never longer than 1,000,000 / rows: once E has come to rest nothing raises it any more, and the step
    /// would otherwise grow without end.
    /// </para>
    /// <para>
    /// T. P. Vogl et al., Accelerating the convergence of the back-propagation method, Biological Cybernetics 59 (1988);
    /// R. Battiti, Accelerated backpropagation learning: two optimization methods, Complex Systems 3 (1989).
    /// </para>
    /// </remarks>
    public static StepRule Auto { get; } = new(stepSize: null);

    /// <summary>The size of every step, or null if it is found on the way.</summary>
    public double? StepSize { get; }

    /// <summary>Steps of one size.</summary>
    /// <param name="stepSize">The step size s (learning rate), greater than 0; the tutorial uses 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step size is not positive.</exception>
    public static StepRule Fixed(double stepSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        return new(stepSize);
    }

    /// <summary>The rule as <c>--step-size</c> takes it.</summary>
    /// <returns>The size, or <c>auto</c>.</returns>
    public override string ToString() => StepSize is double size ? FormattableString.Invariant($"{size}") : "auto";
}
