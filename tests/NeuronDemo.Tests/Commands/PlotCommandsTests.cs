using SkiaSharp;

namespace NeuronDemo.Tests.Commands;

public sealed class PlotCommandsTests
{
    public static TheoryData<string> Commands =>
    [
        "plot-neuron", "plot-neuron --iterations 0", "plot-neuron --hidden 32,10 --iterations 10",
        "plot-training", "plot-training --iterations 0", "plot-training --iterations 1", "plot-training --hidden 4 --step-size 10",
        "plot-descent", "plot-descent --iterations 0", "plot-descent --iterations 1 --weights 3,2", "plot-descent --hidden 4 --weights 16,1 --seed 5",
        "plot-decision", "plot-decision --iterations 0", "plot-decision --hidden 4,6 --iterations 100 --inputs 3,x1",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_picture_of_the_size_asked_for_is_written_the_same_each_time(string line)
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.Of([.. line.Split(' '), "--out", folder.Path("a.png"), "--width", "640", "--height", "400"]);
        CommandRun.Of([.. line.Split(' '), "--out", folder.Path("b.png"), "--width", "640", "--height", "400"]);

        Assert.Equal(new CommandRun(0, "", ""), run);
        byte[] first = File.ReadAllBytes(folder.Path("a.png"));
        Assert.Equal(first, File.ReadAllBytes(folder.Path("b.png")));
        using SKBitmap picture = SKBitmap.Decode(first);
        Assert.Equal((640, 400), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(3000, 300)]
    [InlineData(400, 3000)]
    public void Odd_sizes_are_drawn_too(int width, int height)
    {
        using TemporaryFolder folder = new();

        Assert.All(
            (string[])["plot-neuron", "plot-training", "plot-descent", "plot-decision"],
            command => Assert.Equal(0, CommandRun.Of(command, "--iterations", "9", "--out", folder.Path("a.png"), "--width", $"{width}", "--height", $"{height}").ExitCode));
    }

    [Theory]
    [InlineData("--width", 399, "a whole number from 400 to 10000")]
    [InlineData("--height", 299, "a whole number from 300 to 10000")]
    public void A_size_at_which_the_labels_would_lie_over_one_another_is_refused(string option, int size, string error)
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.Of("plot-training", "--out", folder.Path("a.png"), option, $"{size}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("plot-neuron")]
    [InlineData("plot-training")]
    [InlineData("plot-descent")]
    [InlineData("plot-decision")]
    public void An_interrupted_command_leaves_no_file(string command)
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.Interrupted(command, "--out", folder.Path("a.png"));

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("plot-neuron")]
    [InlineData("plot-training")]
    [InlineData("plot-descent")]
    [InlineData("plot-decision")]
    public void A_training_that_got_nowhere_is_drawn_and_says_why(string command)
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.WithInput("0,0,1,0\n0,1,1,1\n1,0,1,1\n1,1,1,0\n", command, "--data", "-", "--out", folder.Path("a.png"));

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains("try --hidden 4", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.png"], folder.Files);
    }

    [Fact]
    public void A_single_weight_makes_no_landscape()
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.WithInput("0,0\n1,1\n", "plot-descent", "--data", "-", "--bias", "false", "--out", folder.Path("a.png"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("add --bias or --hidden", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Two_weights_are_both_shown()
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.WithInput("0,0\n1,1\n", "plot-descent", "--data", "-", "--bias", "--out", folder.Path("a.png"));

        Assert.Equal(new CommandRun(0, "", ""), run);
    }

    [Fact]
    public void A_descent_shows_the_weights_1_and_3_unless_asked_for_others()
    {
        using TemporaryFolder folder = new();

        CommandRun.Of("plot-descent", "--out", folder.Path("a.png"));
        CommandRun.Of("plot-descent", "--out", folder.Path("b.png"), "--weights", "1,3");
        CommandRun.Of("plot-descent", "--out", folder.Path("c.png"), "--weights", "1,2");

        Assert.Equal(File.ReadAllBytes(folder.Path("a.png")), File.ReadAllBytes(folder.Path("b.png")));
        Assert.NotEqual(File.ReadAllBytes(folder.Path("a.png")), File.ReadAllBytes(folder.Path("c.png")));
    }
}
