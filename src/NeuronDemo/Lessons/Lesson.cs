using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>
/// What is learned, from what, and how. It never changes: each network that learns it begins with the same weights, and
/// what came of it is an <see cref="Outcome"/>.
/// </summary>
public sealed record Lesson
{
    /// <summary>How near an output has to come to its target: the tutorial asserts |y - t| &lt; 1e-2.</summary>
    public const double Tolerance = 0.01;

    private const int MostWeights = 100_000_000;

    /// <summary>What to learn from.</summary>
    public required TrainingSet Data { get; init; }

    /// <summary>The seed of the starting weights, as in <c>numpy.random.seed</c>.</summary>
    public uint Seed { get; init; } = 1;

    /// <summary>How many neurons each hidden layer has; none for a single layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    /// <summary>How many iterations to take, 0 or more.</summary>
    public int Iterations { get; init; } = 15000;

    /// <summary>How far a step goes along the adjustment (learning rate).</summary>
    public StepRule Steps { get; init; } = StepRule.Fixed(1);

    /// <summary>The number of inputs, then of the neurons in each layer.</summary>
    public IReadOnlyList<int> Sizes => [Data.Inputs.ColumnCount, .. Hidden, Data.Targets.ColumnCount];

    /// <summary>Draws a network with the starting weights.</summary>
    /// <returns>The network, before the first iteration.</returns>
    /// <exception cref="UnusableInputException">It would take a day to train and all memory.</exception>
    public NeuralNetwork NewNetwork()
    {
        long weights = Sizes.Zip(Sizes.Skip(1), (inputs, neurons) => (long)inputs * neurons).Sum();
        return weights <= MostWeights
            ? new(Seed, Sizes)
            : throw new UnusableInputException(new(
                $"The network would have {weights} weights, more than {MostWeights}; take fewer neurons for --hidden.",
                $"该网络将有 {weights} 个权重，超过 {MostWeights} 个；请减少 --hidden 的神经元个数。"));
    }

    /// <summary>Makes everything ready for the first iteration.</summary>
    /// <returns>The training, with a network of its own.</returns>
    /// <exception cref="UnusableInputException">The network would be too large.</exception>
    public GradientDescent Begin() => new(NewNetwork(), Data.Inputs, Data.Targets, Steps);

    /// <summary>Takes all iterations.</summary>
    /// <param name="progress">Is told how far training has come, some ten times a second.</param>
    /// <param name="cancellationToken">Stops training after a whole iteration.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="UnusableInputException">The network would be too large.</exception>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    public Outcome Learn(IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        GradientDescent training = Begin();
        BestOnHeldOut? least = Data.HeldOut is null ? null : new(Data.HeldOut);
        foreach (int iteration in least is null ? [Iterations] : SampledTraining.Schedule(Iterations))
        {
            training.Run(iteration - training.Iteration, progress, cancellationToken);
            least?.Look(training, cancellationToken);
        }

        return new(this, training, cancellationToken) { BestOnHeldOut = least };
    }
}
