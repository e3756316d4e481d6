using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>What came of a lesson.</summary>
public sealed class Outcome
{
    /// <summary>Asks a network about the rows of its lesson.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="training">Its training, as far as it has come.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Outcome(Lesson lesson, GradientDescent training, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(training);
        Lesson = lesson with { Iterations = training.Iteration };
        Network = training.Network;
        StepSize = training.StepSize;
        StepsTakenBack = training.StepsTakenBack;
        Answers = new(Network, lesson.Data, cancellationToken);
        HeldOut = lesson.Data.HeldOut is { } heldOut ? new(Network, heldOut, cancellationToken) : null;
    }

    /// <summary>What was learned, with as many iterations as were taken.</summary>
    public Lesson Lesson { get; }

    /// <summary>The network that learned it.</summary>
    public NeuralNetwork Network { get; }

    /// <summary>How far the next step would go.</summary>
    public double StepSize { get; }

    /// <summary>How many steps were taken back, where their size is found on the way.</summary>
    public int StepsTakenBack { get; }

    /// <summary>What the network answers to the rows that it learned from.</summary>
    public Answers Answers { get; }

    /// <summary>What it answers to the rows that were held out, if some were.</summary>
    public Answers? HeldOut { get; }

    /// <summary>When the held-out rows were answered best, if some were held out and looked at on the way.</summary>
    internal BestOnHeldOut? BestOnHeldOut { get; init; }
}
