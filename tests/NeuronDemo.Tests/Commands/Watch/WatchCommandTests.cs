namespace NeuronDemo.Tests.Commands.Watch;

public sealed class WatchCommandTests
{
    [Theory]
    [InlineData(true, false, false, "watch", "standard output")]
    [InlineData(false, true, false, "watch", "standard input")]
    [InlineData(true, true, true, "watch", "TERM")]
    [InlineData(false, true, false, "watch --data -", "--data")]
    public void Where_it_cannot_work_it_says_why_and_points_to_train(bool input, bool output, bool dumb, string line, string why)
    {
        CommandRun english = CommandRun.OnTerminal(input, output, dumb, line.Split(' '));
        Assert.Equal((2, ""), (english.ExitCode, english.Output));
        Assert.Contains(why, english.Error, StringComparison.Ordinal);
        Assert.Contains("train", english.Error, StringComparison.Ordinal);
        Assert.Single(english.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("watch --data missing.csv", "missing.csv")]
    [InlineData("watch --targets 2", "--data")]
    [InlineData("watch --hidden 0", "'0'")]
    [InlineData("watch --speed 2", "'--speed' is not known")]
    public void Wrong_use_is_explained_before_the_screen_is_touched(string line, string why)
    {
        CommandRun run = CommandRun.OnTerminal(input: true, output: true, dumb: false, line.Split(' '));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_commands_has_it_in_one_line_and_its_help_names_the_keys()
    {
        Assert.Contains("  watch ", CommandRun.Of("--help").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("space pauses", CommandRun.Of("--help").Output, StringComparison.Ordinal);
        Assert.Contains("space pauses", CommandRun.Of("watch", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("空格键暂停", CommandRun.InChinese("watch", "--help").Output, StringComparison.Ordinal);
    }
}
