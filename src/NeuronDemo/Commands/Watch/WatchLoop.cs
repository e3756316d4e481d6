using System.Diagnostics;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>Shows a run in a terminal, frame by frame, and listens to keys.</summary>
internal sealed class WatchLoop(IAnsiConsole terminal, WatchRun run, Language language)
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan ForTraining = TimeSpan.FromMilliseconds(25);

    // After a longer gap (the process was suspended, say) the run does not leap.
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs until the user leaves. The terminal is then as it was before, whatever happened.</summary>
    /// <exception cref="TrainingCanceledException">It was interrupted.</exception>
    public void Run(CancellationToken interrupted)
    {
        using FullScreen screen = new(terminal, interrupted);
        long last = Stopwatch.GetTimestamp();
        while (!UserLeaves())
        {
            if (interrupted.IsCancellationRequested)
            {
                throw new TrainingCanceledException(run.Iteration);
            }

            long now = Stopwatch.GetTimestamp();
            TimeSpan gap = Stopwatch.GetElapsedTime(last, now);
            last = now;
            run.Advance(gap < LongestGap ? gap : LongestGap, ForTraining);

            (int Width, int Height) size = (terminal.Profile.Width, terminal.Profile.Height);
            screen.Show(terminal.ToAnsi(new WatchScreen(run, language, size.Height)).ReplaceLineEndings("\n").TrimEnd('\n'), size);

            TimeSpan rest = BetweenFrames - Stopwatch.GetElapsedTime(now);
            interrupted.WaitHandle.WaitOne(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
        }
    }

    private bool UserLeaves()
    {
        while (terminal.Input.IsKeyAvailable())
        {
            ConsoleKeyInfo pressed = terminal.Input.ReadKey(intercept: true) ?? default;

            // + and - lie on other keys wherever one looks; on many + is the shifted =.
            ConsoleKey key = pressed.KeyChar switch
            {
                '+' or '=' => ConsoleKey.Add,
                '-' or '_' => ConsoleKey.Subtract,
                _ => pressed.Key,
            };
            if (key is ConsoleKey.Q or ConsoleKey.Escape)
            {
                return true;
            }

            run.Press(key);
        }

        return false;
    }
}
