using NeuronDemo.Figures;
using NeuronDemo.Messages;
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

    [Theory]
    [InlineData("plot-sigmoid")]
    [InlineData("plot-neuron --iterations 1")]
    [InlineData("plot-training --iterations 1")]
    [InlineData("plot-descent --iterations 1")]
    [InlineData("page --iterations 1")]
    public void Who_watches_is_told_which_file_was_written(string line)
    {
        using TemporaryFolder folder = new();
        string file = folder.Path(line.StartsWith("page", StringComparison.Ordinal) ? "a.html" : "a.png");

        Assert.EndsWith($"Written to '{file}'.\n", OnTerminal(Language.English).Error, StringComparison.Ordinal);
        Assert.EndsWith($"已写入“{file}”。\n", OnTerminal(Language.Chinese).Error, StringComparison.Ordinal);
        Assert.Equal(new CommandRun(0, "", ""), CommandRun.Of([.. line.Split(' '), "--out", file]));

        CommandRun OnTerminal(Language language) =>
            CommandRun.Of(session => session with { ErrorIsTerminal = true, Language = language }, [.. line.Split(' '), "--out", file]);
    }

    [Fact]
    public void On_a_real_terminal_the_file_is_named_and_standard_output_is_not()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "It takes script, which opens a terminal.");
        using RealProgram program = new();
        string executable = Path.Combine(AppContext.BaseDirectory, "NeuronDemo");

        CommandRun run = program.Shell($"""
            script -q -e -c '"{executable}" plot-sigmoid --out a.png' /dev/null > file
            script -q -e -c '"{executable}" plot-sigmoid --out - > b.png' /dev/null > stream
            """);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("Written to 'a.png'.", File.ReadAllText(program.Folder.Path("file")).Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Written", File.ReadAllText(program.Folder.Path("stream")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(program.Folder.Path("a.png")), File.ReadAllBytes(program.Folder.Path("b.png")));
    }

    [Fact]
    public void Who_watches_is_told_what_was_understood_of_own_data()
    {
        using TemporaryFolder folder = new();
        string[] line = ["plot-neuron", "--data", folder.WriteText("a.csv", "x,y\n0,0\n1,1\n2,1\n"), "--iterations", "10", "--out", folder.Path("a.png")];

        Assert.StartsWith("3 rows; inputs x; target y\n", CommandRun.Of(session => session with { ErrorIsTerminal = true }, line).Error, StringComparison.Ordinal);
        Assert.Equal(new CommandRun(0, "", ""), CommandRun.Of(line));
    }

    [Fact]
    public void A_file_that_was_not_written_is_not_said_to_be()
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.Of(session => session with { ErrorIsTerminal = true }, "plot-sigmoid", "--out", folder.Path("none/a.png"));

        Assert.DoesNotContain("Written", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_speak_the_language_of_the_user()
    {
        using TemporaryFolder folder = new();

        foreach (string command in (string[])["plot-sigmoid", "plot-neuron", "plot-training", "plot-descent"])
        {
            CommandRun run = CommandRun.InChinese(command, "--out", folder.Path("zh.svg"));
            CommandRun.Of(command, "--out", folder.Path("en.svg"));

            Assert.Equal(new CommandRun(0, "", ""), run);
            Assert.Contains(command == "plot-sigmoid" ? "接近" : "权重", File.ReadAllText(folder.Path("zh.svg")), StringComparison.Ordinal);
            Assert.DoesNotContain(File.ReadAllText(folder.Path("en.svg")), letter => letter is >= '\u2E80' and <= '\u9FFF');
        }
    }

    [Fact]
    public void Names_that_no_font_can_write_are_told()
    {
        using TemporaryFolder folder = new();
        const string Rows = "طول,width,عرض,وزن,\uE000,\uE001,\uE002,y\n1,2,3,4,5,6,7,0\n2,1,4,3,6,5,8,1\n";

        CommandRun run = CommandRun.WithInput(Rows, "plot-neuron", "--data", "-", "--iterations", "9", "--out", folder.Path("a.png"));

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains("leaves out names that no font here can write: 'طول', 'عرض', 'وزن', '\uE000', '\uE001' and 1 more. Install a font", run.Error, StringComparison.Ordinal);
        Translation.AssertComplete(UndrawableNames.Among(["طول", "عرض"])!);
        Assert.Null(UndrawableNames.Among(["width", "é", "损失"]));
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
