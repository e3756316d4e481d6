using System.Diagnostics;
using NeuronDemo.Network;
using NeuronDemo.Text;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>Shows a run in a terminal, frame by frame, and listens to keys.</summary>
internal static class WatchLoop
{
    // Frames go to the terminal's second screen, without a cursor, and no line ever wraps.
    private const string Enter = "\e[?1049h\e[?25l\e[?7l";
    private const string Leave = "\e[?7h\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string Clear = "\e[2J";

    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan ForTraining = TimeSpan.FromMilliseconds(25);

    // After a longer pause (a suspended process, say) the run does not leap.
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs until the user leaves. The terminal is then as it was before, whatever happened.</summary>
    /// <exception cref="TrainingCanceledException">It was interrupted.</exception>
    public static void Run(IAnsiConsole terminal, WatchRun run, Language language, CancellationToken interrupted)
    {
        Write(terminal, Enter);
        try
        {
            Show(terminal, run, language, interrupted);
        }
        finally
        {
            Write(terminal, Leave);
        }
    }

    private static void Show(IAnsiConsole terminal, WatchRun run, Language language, CancellationToken interrupted)
    {
        string shown = "";
        (int Width, int Height) size = default;
        long last = Stopwatch.GetTimestamp();
        while (!Leaves(terminal.Input, run))
        {
            if (interrupted.IsCancellationRequested)
            {
                throw new TrainingCanceledException(run.Iteration);
            }

            long now = Stopwatch.GetTimestamp();
            TimeSpan gap = Stopwatch.GetElapsedTime(last, now);
            last = now;
            run.Advance(gap < LongestGap ? gap : LongestGap, ForTraining);

            bool resized = size != (size = (terminal.Profile.Width, terminal.Profile.Height));
            string frame = terminal.ToAnsi(new WatchScreen(run, language, size.Height)).TrimEnd('\n');
            if (resized || frame != shown)
            {
                // In one piece, so that no half of a frame is seen.
                Write(terminal, (resized ? Clear : "") + Home + frame);
                shown = frame;
            }

            TimeSpan rest = BetweenFrames - Stopwatch.GetElapsedTime(now);
            interrupted.WaitHandle.WaitOne(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
        }
    }

    private static bool Leaves(IAnsiConsoleInput keys, WatchRun run)
    {
        while (keys.IsKeyAvailable())
        {
            if (keys.ReadKey(intercept: true) is not { } key)
            {
                continue;
            }

            if (key.Key is ConsoleKey.Q or ConsoleKey.Escape)
            {
                return true;
            }

            run.Press(key.Key);
        }

        return false;
    }

    private static void Write(IAnsiConsole terminal, string text)
    {
        terminal.Profile.Out.Writer.Write(text);
        terminal.Profile.Out.Writer.Flush();
    }
}
