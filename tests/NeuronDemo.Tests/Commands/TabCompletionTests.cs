using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Commands;

/// <summary>What a shell is told when somebody presses Tab.</summary>
public sealed class TabCompletionTests
{
    private static readonly string Iris = Document.FullPath("examples/iris.csv");

    [Theory]
    [InlineData("train --lang", "--language")]
    [InlineData("train --language ", "en zh")]
    [InlineData("--language z", "zh")]
    [InlineData("train --language=", "en zh")]
    [InlineData("tr", "train")]
    [InlineData(" \"tr", "train")]
    [InlineData("plot-", "plot-decision plot-descent plot-neuron plot-sigmoid plot-training")]
    [InlineData("train --data {iris} --targets sp", "species")]
    [InlineData("train --targets sp --data {iris}", "")]
    [InlineData("explain --data {iris} --ignore=sp", "species")]
    [InlineData("plot-decision --data {iris} --inputs sp", "species")]
    [InlineData("train --data \"{iris}\" --targets \"sp", "species")]
    [InlineData("train --data ", "")]
    [InlineData("train --data - --targets ", "")]
    [InlineData("train --data missing.csv --targets ", "")]
    [InlineData("train --targets ", "")]
    [InlineData("nonsense --la", "--language")]
    public void At_the_end_of_a_line(string line, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Suggest(line.Replace("{iris}", Iris, StringComparison.Ordinal)));

    [Fact]
    public void Columns_that_are_not_named_yet_follow_after_a_comma() => Assert.Equal(
        ["species,petal length", "species,petal width", "species,sepal length", "species,sepal width"],
        Suggest($"train --data \"{Iris}\" --targets species,"));

    [Fact]
    public void A_name_with_a_space_is_followed_within_quotes()
    {
        Assert.Equal(["petal length", "petal width"], Suggest($"train --data \"{Iris}\" --targets \"petal "));
        Assert.Equal(["species,petal length"], Suggest($"train --data \"{Iris}\" --targets=\"species,petal l"));
    }

    [Fact]
    public void What_stands_behind_the_place_is_not_looked_at() =>
        Assert.Equal("train\n", CommandRun.Of("[suggest:2]", "train --seed").Output);

    [Fact]
    public void Of_a_large_file_only_the_beginning_is_read()
    {
        using TemporaryFolder folder = new();
        string file = folder.WriteText("rows.csv", "alpha,\"be,ta\",gam\ama\n" + string.Concat(Enumerable.Repeat("1,2,3\n", 1 << 18)) + "\0 is no text");

        Assert.Equal(2, CommandRun.Of("train", "--data", file).ExitCode);
        Assert.Equal(["alpha", "be,ta"], Suggest($"train --data \"{file}\" --targets "));
    }

    [Fact]
    public void A_file_without_a_header_has_no_names_and_one_that_is_no_table_neither()
    {
        using TemporaryFolder folder = new();

        Assert.Empty(Suggest($"train --data \"{folder.WriteText("rows.csv", "1,2\n3,4\n")}\" --targets "));
        Assert.Empty(Suggest($"train --data \"{folder.WriteText("zero.csv", "a\0b\n")}\" --targets "));
        Assert.Empty(Suggest($"train --data \"{folder.WriteText("empty.csv", "")}\" --targets "));
        Assert.Empty(Suggest($"train --data \"{folder.Path("")}\" --targets "));
    }

    [Fact]
    public void A_pipe_to_which_nobody_writes_is_not_waited_for()
    {
        using RealProgram program = new();

        Assert.Equal(new(0, "", ""), program.Shell("mkfifo pipe; neuron '[suggest]' 'train --data pipe --targets '"));
    }

    // Whoever presses Tab wants no error message.
    [Fact]
    public void Wherever_one_presses_tab_nothing_fails()
    {
        string line = $"train --data=\"{Iris}\" --targets=species,x --ignore \"sepal length\" --hidden 4,,2 --seed -1 --language=fr @x -- --bias -? 5";
        for (int length = 0; length <= line.Length; length++)
        {
            CommandRun run = CommandRun.Of($"[suggest:{length}]", line);
            Assert.True(run is { ExitCode: 0, Error: "" }, line[..length]);
        }

        Assert.All((string[][])[["[suggest]"], ["[suggest:x]", "tr"], ["[suggest:-1]", "tr"], ["[suggest:99]", "tr"], ["[suggest:]", ""]], args => Assert.Equal(0, CommandRun.Of(args).ExitCode));
    }

    private static string[] Suggest(string line)
    {
        CommandRun run = CommandRun.Of($"[suggest:{line.Length}]", line);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
