using NeuronDemo.Commands;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Commands;

[Collection(nameof(CurrentFolder))]
public sealed class HelpExamplesTests
{
    public static TheoryData<string> Commands => HelpTests.Commands;

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_example_works_as_it_is_written(string command)
    {
        using ProjectFolder folder = new();
        string[] lines = ExamplesIn(CommandRun.Of(command, "--help"), "Examples:");

        Assert.InRange(lines.Length, 2, 3);
        Assert.Contains(lines, line => line.StartsWith($"neuron-demo {command}", StringComparison.Ordinal));
        Shell shell = new(isChinese: false);
        Assert.All(lines, line =>
        {
            string? shown = shell.Run(line);
            Assert.True(shell.Run("echo $?") == "0\n" || (command == "watch" && shown!.Contains("not a terminal", StringComparison.Ordinal)), shown);
        });
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void They_are_the_same_in_both_languages(string command)
    {
        Assert.Equal(ExamplesIn(CommandRun.Of(command, "--help"), "Examples:"), ExamplesIn(CommandRun.InChinese(command, "--help"), "示例："));
        Assert.All(HelpExamples.Of(command), example => Translation.AssertComplete(example.What));
    }

    // All that follows the heading, in pairs of what it is good for and a line to type.
    private static string[] ExamplesIn(CommandRun help, string heading)
    {
        string[] lines = help.Output.Split($"\n\n{heading}\n")[1].TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Equal(Array.IndexOf(lines, line) % 2 == 1, line.StartsWith("    neuron-demo ", StringComparison.Ordinal)));
        return [.. lines.Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];
    }
}
