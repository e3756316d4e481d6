using NeuronDemo.Commands.Watch;

namespace NeuronDemo.Tests.Commands.Watch;

public sealed class LossHistoryTests
{
    [Fact]
    public void The_loss_at_an_iteration_is_the_last_one_known_then()
    {
        LossHistory losses = new();
        losses.Add(0, 0.5);
        losses.Add(3, 0.25);
        losses.Add(10, 0.125);

        Assert.Equal([0.5, 0.5, 0.5, 0.25, 0.25, 0.125], ((int[])[0, 1, 2, 3, 9, 10]).Select(losses.At));
        Assert.Equal((10, 0.125), (losses.Iteration, losses.Loss));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void However_long_the_run_the_past_stays_known_to_a_thousandth_of_it(int step)
    {
        LossHistory losses = new();
        for (int iteration = 0; iteration <= 100_000; iteration += step)
        {
            losses.Add(iteration, iteration);
            Assert.Equal(iteration, losses.Loss);
        }

        Assert.All(Enumerable.Range(0, 100_000), iteration => Assert.InRange(iteration - losses.At(iteration), 0, 100));
    }
}
