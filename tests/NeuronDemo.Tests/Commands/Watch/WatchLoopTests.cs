using NeuronDemo.Commands;
using NeuronDemo.Commands.Watch;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Docs;
using Spectre.Console.Testing;

namespace NeuronDemo.Tests.Commands.Watch;

public sealed class WatchLoopTests
{
    private const string Enter = "\e[?1049h\e[?25l\e[?7l";
    private const string Leave = "\e[?7h\e[?25h\e[?1049l";

    [Theory]
    [InlineData(ConsoleKey.Q)]
    [InlineData(ConsoleKey.Escape)]
    public void After_leaving_comes_the_transcript_of_train_with_as_many_iterations_and_its_command_line(ConsoleKey leave)
    {
        using TestConsole terminal = TerminalWith([.. Enumerable.Repeat(ConsoleKey.RightArrow, 7), leave]);

        (string output, string error) = Watch(terminal, Watched.TruthTable());

        CommandRun train = CommandRun.Of("train", "--iterations", "7");
        Assert.Equal(
            (train.Output + "\nThe command line that gives the same:\nneuron-demo train --seed 1 --step-size 1 --iterations 7\n", ""),
            (output, error));
    }

    [Fact]
    public void Training_that_led_nowhere_is_explained_as_train_does()
    {
        using TestConsole terminal = TerminalWith([.. Enumerable.Repeat(ConsoleKey.RightArrow, 3), ConsoleKey.Q]);

        // With a step like this every output is 1 after the first iteration.
        (_, string error) = Watch(terminal, Watched.TruthTable(stepSize: 1e6));

        Assert.Equal(CommandRun.Of("train", "--iterations", "3", "--step-size", "1e6").Error, error);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("r")]
    [InlineData("hh+")]
    [InlineData("=_-rh")]
    [InlineData("r+rhr")]
    public void The_command_line_gives_what_was_seen_whatever_was_set_before_the_first_iteration(string keys)
    {
        string path = Document.FullPath("examples/iris.csv");
        using CsvFile file = CsvFile.Open(path, CancellationToken.None);
        TrainingSet Read(uint seed) => TrainingSetReader.Read(file, new() { HoldOut = 0.2, Seed = seed }, CancellationToken.None);
        using TestConsole terminal = TerminalWith(ConsoleKey.RightArrow, ConsoleKey.RightArrow);
        terminal.Input.PushKey(ConsoleKey.R);
        keys.ToList().ForEach(key => terminal.Input.PushCharacter(char.ToUpperInvariant(key)));
        terminal.Input.PushKey(ConsoleKey.RightArrow);
        terminal.Input.PushKey(ConsoleKey.Q);

        (string output, _) = Watch(terminal, new(Watched.LessonOf(Read(1), 1000), Read), ["--data", path, "--hold-out", "20%"]);

        string[] parts = output.Split("\nThe command line that gives the same:\nneuron-demo ");
        Assert.Equal(CommandRun.Of(parts[1].TrimEnd().Split(' ')).Output, parts[0]);
    }

    [Fact]
    public void Where_no_command_line_gives_the_same_it_says_so()
    {
        using TestConsole terminal = TerminalWith(ConsoleKey.RightArrow, ConsoleKey.Add, ConsoleKey.RightArrow, ConsoleKey.Q);

        (string output, _) = Watch(terminal, Watched.TruthTable());

        Assert.Contains("no one command line gives the same", output, StringComparison.Ordinal);
        Assert.EndsWith("neuron-demo train --seed 1 --step-size 2 --iterations 2\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_terminal_is_as_before_after_leaving()
    {
        using TestConsole terminal = TerminalWith(ConsoleKey.Q);

        Watch(terminal, Watched.TruthTable());

        Assert.Equal(Enter + Leave, terminal.Output);
    }

    [Fact]
    public void Interrupted_it_restores_the_terminal_and_says_after_how_many_iterations()
    {
        using TestConsole terminal = TerminalWith(ConsoleKey.RightArrow, ConsoleKey.RightArrow);
        using CancellationTokenSource interrupt = new();
        interrupt.Cancel();

        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(() =>
            new WatchLoop(terminal, new(Watched.TruthTable()), Language.English).Run(interrupt.Token));

        Assert.Equal(2, exception.Iteration);
        Assert.Equal(Enter + Leave, terminal.Output);
    }

    [Fact]
    public void A_failure_restores_the_terminal_too()
    {
        using TestConsole terminal = TerminalWith();
        CancellationTokenSource interrupt = new();
        CancellationToken unusable = interrupt.Token;
        interrupt.Dispose();

        Assert.Throws<ObjectDisposedException>(() => new WatchLoop(terminal, new(Watched.TruthTable()), Language.English).Run(unusable));

        Assert.EndsWith(Leave, terminal.Output, StringComparison.Ordinal);
    }

    private static TestConsole TerminalWith(params ConsoleKey[] keys)
    {
        TestConsole terminal = new();
        foreach (ConsoleKey key in keys)
        {
            terminal.Input.PushKey(key);
        }

        return terminal;
    }

    private static (string Output, string Error) Watch(TestConsole terminal, Lesson lesson) => Watch(terminal, new(lesson), []);

    private static (string Output, string Error) Watch(TestConsole terminal, WatchRun run, string[] data)
    {
        using StringWriter output = new() { NewLine = "\n" };
        Session session = new(Language.English, output, TextWriter.Null, () => Stream.Null, CancellationToken.None);
        WatchCommand.Watch(session, run, data, terminal);
        return (output.ToString(), string.Concat(session.Remarks.Select(remark => remark.English + "\n")));
    }
}
