using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>What came of a lesson.</summary>
public sealed class Outcome
{
    /// <summary>Asks a network about the rows of its lesson.</summary>
    /// <param name="lesson">The lesson, with as many iterations as were taken.</param>
    /// <param name="network">The network that has learned it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Outcome(Lesson lesson, NeuralNetwork network, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        Lesson = lesson;
        Network = network;
        Answers = new(network, lesson.Data, cancellationToken);
    }

    /// <summary>What was learned.</summary>
    public Lesson Lesson { get; }

    /// <summary>The network that learned it.</summary>
    public NeuralNetwork Network { get; }

    /// <summary>What the network answers to the rows that it learned from.</summary>
    public Answers Answers { get; }
}
