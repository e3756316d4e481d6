namespace NeuronDemo.Tests.Commands;

public sealed class TrainingDisplayTests
{
    [Fact]
    public void Where_somebody_watches_the_result_is_the_same() =>
        Assert.Equal(CommandRun.Of("train"), CommandRun.Of(session => session with { ErrorIsTerminal = true }, "train"));

    [Theory]
    [InlineData(0)]
    [InlineData(1500)]
    public void Interrupted_before_or_while_the_bar_is_shown_it_says_after_how_many_iterations(int milliseconds)
    {
        using CancellationTokenSource interrupt = new(TimeSpan.FromMilliseconds(milliseconds));

        CommandRun run = CommandRun.Of(
            session => session with { ErrorIsTerminal = true, Interrupted = interrupt.Token }, "train", "--iterations", "2147483647");

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"Interrupted after \d+ iterations\.\s*$", run.Error);
    }
}
