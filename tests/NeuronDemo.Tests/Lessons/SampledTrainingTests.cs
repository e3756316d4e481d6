using CsCheck;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Lessons;

public sealed class SampledTrainingTests
{
    [Fact]
    public void Samples_run_from_0_to_the_last_iteration_and_are_few() =>
        Gen.OneOf(Gen.Int[0, 100], Gen.Int[0, int.MaxValue]).Sample(iterations =>
        {
            IReadOnlyList<int> samples = SampledTraining.Schedule(iterations);

            Assert.Equal((0, iterations), (samples[0], samples[^1]));
            Assert.InRange(samples.Count, 1, 401);
            Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            Assert.Equal(Enumerable.Range(0, Math.Min(10, iterations + 1)), samples.Take(10));
        });

    [Fact]
    public void Other_iterations_are_handed_over_too_each_in_its_place()
    {
        int[] iterations =
        [
            .. SampledTraining.Run(Sample.Lesson(100_000).Begin(), 100_000, progress: null, CancellationToken.None, 1, 10_000, 1000)
                .Select(sample => sample.Iteration),
        ];

        Assert.Equal(SampledTraining.Schedule(100_000).Union([1000, 10_000]).Order(), iterations);
        Assert.DoesNotContain(10_000, SampledTraining.Schedule(100_000));
    }

    [Fact]
    public void An_interrupted_training_counts_its_iterations_from_the_very_first()
    {
        using CancellationTokenSource interrupt = new();
        GradientDescent training = Sample.Lesson(100_000).Begin();

        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(() =>
        {
            foreach ((int iteration, _) in SampledTraining.Run(training, 100_000, progress: null, interrupt.Token))
            {
                if (iteration >= 1000)
                {
                    interrupt.Cancel();
                }
            }
        });

        Assert.InRange(exception.Iteration, 1000, 1100);
        Assert.Equal(
            Sample.Trained(exception.Iteration).Layers[0].Weights,
            training.Network.Layers[0].Weights);
    }
}
