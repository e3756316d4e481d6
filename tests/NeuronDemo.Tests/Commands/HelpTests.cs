namespace NeuronDemo.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
        [.. CommandRun.Of().Output.Split("Commands:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])];

    [Fact]
    public void Without_a_command_the_help_is_shown()
    {
        Assert.Equal(CommandRun.Of("--help"), CommandRun.Of());
        Assert.Contains("Draw the sigmoid S(x)", CommandRun.Of().Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_is_there_in_both_languages_and_nothing_stays_untranslated(string command)
    {
        CommandRun english = CommandRun.Of(command, "--help");
        CommandRun chinese = CommandRun.InChinese(command, "--help");

        Assert.Equal((0, ""), (english.ExitCode, english.Error));
        Assert.Equal((0, ""), (chinese.ExitCode, chinese.Error));
        Assert.DoesNotContain(english.Output.Split('\n'), line => line.Any(c => c > '\u2E80'));
        Assert.All(
            chinese.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("neuron-demo", StringComparison.Ordinal)),
            line => Assert.Contains(line, c => c > '\u2E80'));
    }

    [Fact]
    public void The_version_is_that_of_the_program() =>
        Assert.Equal(new(0, "1.0.0\n", ""), CommandRun.Of("--version"));
}
