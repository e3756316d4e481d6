using NeuronDemo.Commands.Watch;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Commands.Watch;

public sealed class SameAgainTests
{
    [Theory]
    [InlineData("examples/iris.csv")]
    [InlineData("my rows.csv")]
    [InlineData("it's.csv")]
    [InlineData("$HOME `date` \"x\" \\ * ~ # & ; | < > ( ) !.csv")]
    [InlineData("数据.csv")]
    [InlineData("")]
    public void A_shell_takes_it_as_it_was_meant(string name)
    {
        using RealProgram program = new();
        string line = SameAgain.Of(Watched.TruthTable(hidden: [4, 2]), ["--data", name]);

        CommandRun words = program.Shell("printf '<%s>' " + line);

        Assert.Equal(
            $"<neuron-demo><train><--data><{name}><--seed><1><--step-size><1><--iterations><15000><--hidden><4,2>", words.Output);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    public void The_step_size_is_exact(double stepSize)
    {
        string[] words = SameAgain.Of(Watched.TruthTable(iterations: 10, stepSize: stepSize), []).Split(' ');

        Assert.Equal(CommandRun.Of(["train", "--json", .. words[2..]]).Output, CommandRun.Of("train", "--json", "--iterations", "10", "--step-size", $"{stepSize:R}").Output);
    }

    [Fact]
    public void A_step_size_that_is_found_on_the_way_is_auto() =>
        Assert.Contains(" --step-size auto ", SameAgain.Of(Watched.TruthTable() with { Steps = StepRule.Auto }, []), StringComparison.Ordinal);

    [Fact]
    public void Names_do_not_move_the_cursor() =>
        Assert.Contains(@"'a\nb\x1B[2J'", SameAgain.Of(Watched.TruthTable(), ["--data", "a\nb\e[2J"]), StringComparison.Ordinal);
}
