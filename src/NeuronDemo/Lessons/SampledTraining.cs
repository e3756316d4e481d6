using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>
/// Training that stops for a look now and then: at every iteration in the beginning, where much happens, and ever more
/// rarely later. So a long training has no more samples than a short one.
/// </summary>
internal static class SampledTraining
{
    private const int Intervals = 400;

    /// <summary>The iterations to look at: 0, the last, and between them some hundred spaced evenly in log(1 + k).</summary>
    public static IReadOnlyList<int> Schedule(int iterations) =>
    [
        .. Enumerable.Range(0, Intervals + 1)
            .Select(k => (int)Math.Round(Math.Pow(1.0 + iterations, (double)k / Intervals) - 1))
            .Distinct(),
    ];

    /// <summary>
    /// Goes through a training from its start, and hands over each scheduled iteration, and others asked for, with its loss when
    /// it is done.
    /// </summary>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    public static IEnumerable<TrainingProgress> Run(
        GradientDescent training,
        int iterations,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken,
        params IEnumerable<int> others)
    {
        foreach (int iteration in Schedule(iterations).Union(others).Order())
        {
            training.Run(iteration - training.Iteration, cancellationToken);
            TrainingProgress sample = Sample();
            progress?.Report(sample);
            yield return sample;
        }

        TrainingProgress Sample()
        {
            try
            {
                return new(training.Iteration, training.Network.MeanSquaredError(training.Inputs, training.Targets, cancellationToken));
            }
            catch (OperationCanceledException)
            {
                throw new TrainingCanceledException(training.Iteration);
            }
        }
    }
}
