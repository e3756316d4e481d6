using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>The way that gradient descent took, seen over two of the weights, and the landscape it lies in.</summary>
internal sealed record Descent
{
    // How far the landscape reaches beyond the path, as part of the path's extent, and how far at least.
    private const double Margin = 0.3;
    private const double LeastExtent = 1;

    /// <summary>The weight along the horizontal axis.</summary>
    public required WeightPosition First { get; init; }

    /// <summary>The weight along the vertical axis.</summary>
    public required WeightPosition Second { get; init; }

    /// <summary>The two weights at the sampled iterations, from the start to the end.</summary>
    public required IReadOnlyList<Coordinates> Path { get; init; }

    /// <summary>How many iterations led to each point of the path.</summary>
    public required IReadOnlyList<int> Iterations { get; init; }

    /// <summary>The loss over the two weights, the others resting at the end of the path.</summary>
    public required DescentLandscape Landscape { get; init; }

    /// <summary>The weights that rest, by name, with their values.</summary>
    public required IReadOnlyList<(string Name, double Value)> Resting { get; init; }

    /// <summary>What came of the lesson.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Learns a lesson and notes the way.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="numbers">The weights along the two axes, by number.</param>
    /// <param name="progress">Is told how far training has come.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="UnusableInputException">The weights have grown too large to draw.</exception>
    public static Descent Record(
        Lesson lesson, (int First, int Second) numbers, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        GradientDescent training = lesson.Begin();
        NeuralNetwork network = training.Network;
        (WeightPosition First, WeightPosition Second) weights =
            (WeightPosition.Find(network, numbers.First), WeightPosition.Find(network, numbers.Second));
        BestOnHeldOut? least = lesson.Data.HeldOut is null ? null : new(lesson.Data.HeldOut);
        List<Coordinates> walked = [];
        List<int> iterations = [];

        // The held-out rows are looked at when every other command looks at them, so that all say the same.
        int[] marked = [.. PowersOfTen(lesson.Iterations).Except(SampledTraining.Schedule(lesson.Iterations))];
        foreach ((int iteration, _) in SampledTraining.Run(training, lesson.Iterations, progress, cancellationToken, marked))
        {
            walked.Add(new(weights.First.In(network), weights.Second.In(network)));
            iterations.Add(iteration);
            if (!marked.Contains(iteration))
            {
                least?.Look(training, cancellationToken);
            }
        }

        Coordinates[] path = [.. walked];
        DrawableWeights.Require(network);
        int points = DescentLandscape.PointsFor(network, lesson.Data.Inputs.RowCount);
        return new()
        {
            First = weights.First,
            Second = weights.Second,
            Path = path,
            Iterations = iterations,
            Landscape = DescentLandscape.Compute(network, lesson.Data, weights, GridAround(path, points), cancellationToken),
            Outcome = new(lesson, training, cancellationToken) { BestOnHeldOut = least },
            Resting =
            [
                .. Enumerable.Range(1, network.WeightCount)
                    .Where(number => number != weights.First.Number && number != weights.Second.Number)
                    .Select(number => WeightPosition.Find(network, number))
                    .Select(weight => (Symbols.Weight(weight), weight.In(network))),
            ],
        };
    }

    private static IEnumerable<int> PowersOfTen(int most)
    {
        for (long power = 1; power <= most; power *= 10)
        {
            yield return (int)power;
        }
    }

    // Both axes reach equally far, so that a slope looks the same along both.
    private static (double[] X, double[] Y) GridAround(Coordinates[] path, int points)
    {
        double left = path.Min(point => point.X);
        double right = path.Max(point => point.X);
        double bottom = path.Min(point => point.Y);
        double top = path.Max(point => point.Y);
        double half = Math.Max(LeastExtent, Math.Max(right - left, top - bottom)) * (0.5 + Margin);
        return (Around((left + right) / 2), Around((bottom + top) / 2));

        double[] Around(double center) => MathNet.Numerics.Generate.LinearSpaced(points, center - half, center + half);
    }
}
