using System.Diagnostics;
using System.Globalization;
using NeuronDemo.Tests.Commands;

namespace NeuronDemo.Tests;

/// <summary>Signals, sent to the real program.</summary>
public sealed class InterruptionTests : IDisposable
{
    // The program takes less than a second; a busy machine may take more.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private const string Enter = "\e[?1049h";
    private const string Leave = "\e[?1049l";

    private readonly RealProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("INT", "train --data pipe --save m.onnx")]
    [InlineData("TERM", "predict --model pipe 1 0 0")]
    [InlineData("HUP", "plot-sigmoid --out pipe")]
    [InlineData("INT", "train --data - --save m.onnx")]
    [InlineData("TERM", "predict --model /dev/stdin 1 0 0")]
    [InlineData("HUP", "train --data rows.csv --hidden 500 --iterations 2000000000 --save m.onnx")]
    [InlineData("QUIT", "verify --data rows.csv --hidden 500 --iterations 2000000000")]
    [InlineData("TERM", "explain --data rows.csv --hidden 500,500")]
    [InlineData("INT", "plot-descent --data rows.csv --hidden 100 --iterations 1 --out d.png")]
    [InlineData("HUP", "plot-training --data rows.csv --hidden 100 --iterations 2000000000 --out t.png")]
    [InlineData("TERM", "plot-sigmoid --step 0.000005 --out s.svg")]
    [InlineData("INT", "plot-neuron --iterations 3 --step-size 0.1 --hidden 60,60 --width 10000 --height 10000 --out n.png")]
    public void A_signal_ends_whatever_goes_on_and_leaves_nothing_behind(string signal, string command)
    {
        _program.Shell("mkfifo pipe");
        Random random = new(command.Length);
        _program.Folder.WriteText("rows.csv", string.Concat(Enumerable.Range(0, 20000).Select(row => $"{random.NextDouble()},{random.NextDouble()},{row % 2}\n")));
        string[] before = [.. _program.Folder.Files.Order()];
        using Process process = _program.StartListening(command.Split(' '));
        Thread.Sleep(300);

        long sent = Stopwatch.GetTimestamp();
        RealProgram.Send(signal, process.Id);
        CommandRun run = RealProgram.End(process);
        TimeSpan taken = Stopwatch.GetElapsedTime(sent);

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"^Interrupted( after \d+ iterations)?\.\n$", run.Error);
        Assert.Equal(before, _program.Folder.Files.Order());
        Assert.Empty(_program.Left);
        Assert.InRange(taken, TimeSpan.Zero, Soon);
    }

    [Fact]
    public void Training_says_how_far_it_came()
    {
        using Process process = _program.StartListening("train", "--iterations", "2000000000");
        Thread.Sleep(2000);

        RealProgram.Send("TERM", process.Id);

        Assert.Matches(@"^Interrupted after \d+ iterations\.\n$", RealProgram.End(process).Error);
    }

    [Fact]
    public void Results_that_nobody_takes_do_not_hold_it_up()
    {
        Assert.Equal(0, _program.Shell("neuron train --save m.onnx").ExitCode);
        _program.Folder.WriteText("rows.csv", string.Concat(Enumerable.Repeat("1,0,1\n", 20000)));
        using Process process = _program.StartListening("predict", "--model", "m.onnx", "--data", "rows.csv");
        Thread.Sleep(2000);
        Assert.False(process.HasExited);

        RealProgram.Send("TERM", process.Id);
        Assert.True(process.WaitForExit(Soon));

        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void Words_that_nobody_takes_do_not_hold_it_up()
    {
        using Process process = _program.StartListening("train", "--data", new('x', 100_000));
        Thread.Sleep(1500);
        Assert.False(process.HasExited);

        RealProgram.Send("TERM", process.Id);
        Assert.True(process.WaitForExit(Soon));

        Assert.Equal(2, process.ExitCode);
    }

    [Fact]
    public void What_even_a_kill_leaves_is_nothing()
    {
        using Process process = _program.StartListening("train", "--data", "-", "--save", "m.onnx");
        process.StandardInput.Write("1,0,1\n");
        process.StandardInput.Flush();
        Thread.Sleep(500);

        RealProgram.Send("KILL", process.Id);
        RealProgram.End(process);

        Assert.Empty(_program.Folder.Files);
        Assert.Empty(_program.Left);
    }

    [Fact]
    public void A_hangup_that_nohup_has_it_ignore_is_ignored() =>
        Assert.Contains("Verification passed", _program.Shell(
            """
            trap '' HUP
            neuron train --iterations 3000000 &
            sleep 1
            kill -HUP $!
            wait
            """).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Watch_gives_the_terminal_back(string signal)
    {
        using Process terminal = StartWatch(out int watch);

        RealProgram.Send(signal, watch);

        string screen = ScreenAtTheEndOf(terminal);
        Assert.Contains(Leave, screen, StringComparison.Ordinal);
        Assert.Matches(@"^\r?Interrupted after \d+ iterations\.\s*$", screen[(screen.LastIndexOf(Leave, StringComparison.Ordinal) + Leave.Length)..]);
    }

    [Fact]
    public void Watch_gives_the_terminal_back_while_it_is_stopped()
    {
        using Process terminal = StartWatch(out int watch);

        RealProgram.Send("TSTP", watch);
        RealProgram.WaitFor(() => StateOf(watch) == 'T');

        // The terminal's owner stops with the program.
        RealProgram.WaitFor(() => StateOf(terminal.Id) == 'T');
        RealProgram.Send("CONT", terminal.Id);
        RealProgram.Send("CONT", watch);
        RealProgram.WaitFor(() => StateOf(watch) != 'T');
        Thread.Sleep(1000);
        RealProgram.Send("TERM", watch);
        string screen = ScreenAtTheEndOf(terminal);

        int left = screen.IndexOf(Leave, StringComparison.Ordinal);
        int again = screen.IndexOf(Enter, left, StringComparison.Ordinal);
        Assert.Equal(left + Leave.Length, again);
        Assert.Contains("Iteration", screen[again..], StringComparison.Ordinal);
        Assert.True(screen.LastIndexOf(Leave, StringComparison.Ordinal) > again);
    }

    // A terminal of its own, which the program shares with nobody.
    private Process StartWatch(out int watch)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "Needs script, to make a terminal.");
        Process terminal = _program.StartWatch();
        string file = _program.Folder.Path("process");
        RealProgram.WaitFor(() => File.Exists(file) && File.ReadAllText(file).EndsWith('\n'));
        int id = int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
        RealProgram.WaitFor(() => RealProgram.Listens(id));
        Thread.Sleep(1500);
        watch = id;
        return terminal;
    }

    private string ScreenAtTheEndOf(Process terminal)
    {
        RealProgram.End(terminal);
        return File.ReadAllText(_program.Folder.Path("screen"));
    }

    private static char StateOf(int process)
    {
        string status = File.ReadAllText($"/proc/{process}/stat");
        return status[status.LastIndexOf(')') + 2];
    }
}
