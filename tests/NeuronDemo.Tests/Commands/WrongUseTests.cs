namespace NeuronDemo.Tests.Commands;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("tarin", "'train'")]
    [InlineData("dance", "There is no command 'dance'.")]
    [InlineData("train --iteratons 5", "did you mean '--iterations'?")]
    [InlineData("explain --step 3", "did you mean '--step-size'?")]
    [InlineData("train --frobnicate", "There is no option '--frobnicate'.")]
    [InlineData("train -- --bias", "'--bias' stands after '--'")]
    [InlineData("-- train", "leave out the '--'")]
    [InlineData("train -- --biass", "did you mean '--bias'?")]
    [InlineData("train 5", "'5' belongs to no option.")]
    [InlineData("train --seed", "--seed needs a value.")]
    [InlineData("train --seed 1 --seed 2", "--seed is given more than once.")]
    [InlineData("train --iterations -1", "'-1'")]
    [InlineData("train --iterations 1.5", "'1.5'")]
    [InlineData("train --iterations 1,000", "'1,000'")]
    [InlineData("train --iterations 99999999999", "from 0 to 2147483647")]
    [InlineData("train --seed -1", "from 0 to 4294967295")]
    [InlineData("train --seed 4294967296", "'4294967296'")]
    [InlineData("train --step-size 0", "greater than 0")]
    [InlineData("train --step-size nan", "'nan'")]
    [InlineData("train --step-size inf", "'inf'")]
    [InlineData("train --step-size Infinity", "'Infinity'")]
    [InlineData("train --step-size 1e999", "'1e999'")]
    [InlineData("train --step-size -1", "'-1'")]
    [InlineData("train --step-size 0,5", "'0,5'")]
    [InlineData("train --hidden 0", "'0'")]
    [InlineData("train --hidden 4,,2", "'4,,2'")]
    [InlineData("train --hidden 100000000", "'100000000'")]
    [InlineData("train --json=perhaps", "perhaps")]
    [InlineData("verify --tolerance 0", "--tolerance")]
    [InlineData("plot-sigmoid --step 0", "--step")]
    [InlineData("plot-sigmoid --from 5 --to 5", "--from")]
    [InlineData("plot-sigmoid --from 0 --to 1 --step 2", "--step")]
    [InlineData("plot-sigmoid --from 0 --to 1 --step 1e-9", "10000000")]
    [InlineData("plot-sigmoid --from -1e308 --to 1e308", "10000000")]
    [InlineData("plot-sigmoid --width 0", "--width")]
    [InlineData("plot-sigmoid --height 1000000000", "--height")]
    [InlineData("plot-sigmoid --out {folder}/missing/a.png", "does not exist")]
    [InlineData("plot-sigmoid --out {folder}/a.gif", ".webp")]
    [InlineData("plot-sigmoid --out {folder}", "has to end in")]
    [InlineData("plot-sigmoid --out {folder}/folder.png", "is a folder")]
    [InlineData("plot-descent --weights 1,9", "only 3 weights")]
    [InlineData("plot-descent --hidden 4 --weights 17,1", "only 16 weights")]
    [InlineData("plot-descent --weights 2,2", "'2,2'")]
    [InlineData("plot-descent --weights 1", "'1'")]
    [InlineData("plot-descent --weights a,b", "'a,b'")]
    [InlineData("plot-descent --weights 0,1", "'0,1'")]
    [InlineData("plot-descent --weights 1,2,3", "'1,2,3'")]
    [InlineData("plot-descent --weights", "--weights needs a value.")]
    [InlineData("plot-decision --inputs 1", "'1'")]
    [InlineData("plot-decision --inputs x1,x4", "'x4'")]
    [InlineData("plot-decision --bias --inputs 1,4", "'4'")]
    [InlineData("plot-decision --iterations 5 --step-size 1e300 --out {folder}/a.png", "--step-size")]
    [InlineData("plot-neuron --iterations 5 --step-size 1e300 --out {folder}/a.png", "--step-size")]
    [InlineData("plot-training --iterations 5 --step-size 1e300 --out {folder}/a.png", "--step-size")]
    [InlineData("plot-descent --iterations 5 --step-size 1e300 --out {folder}/a.png", "--step-size")]
    [InlineData("plot-training --out {folder}/a.gif", ".webp")]
    [InlineData("train --language fr", "en or zh")]
    public void Wrong_use_is_explained_in_a_line_or_two(string line, string explanation)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Path("folder.png"));
        string[] args = [.. line.Split(' ').Select(word => word.Replace("{folder}", folder.Path(""), StringComparison.Ordinal))];

        CommandRun english = CommandRun.Of(args);
        CommandRun chinese = CommandRun.InChinese(args);

        Assert.Contains(explanation, english.Error, StringComparison.Ordinal);
        foreach (CommandRun run in (CommandRun[])[english, chinese])
        {
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.InRange(run.Error.TrimEnd().Split('\n').Length, 1, 2);
        }

        Assert.NotEqual(english.Error, chinese.Error);
        Assert.Empty(folder.Files);
    }
}
