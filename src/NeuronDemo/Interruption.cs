using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace NeuronDemo;

/// <summary>Ctrl+C and the other signals that ask the program to end.</summary>
/// <remarks>
/// Not all work can be stopped: a pipe that is being opened, a picture that is being drawn. So work gets a moment to
/// stop by itself and to say how far it has come; after that, or at the next signal, it is no longer waited for.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A signal may come as long as the program lives, so nothing is disposed of before.")]
internal sealed class Interruption
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LastMoment = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource _first = new();
    private readonly TaskCompletionSource _second = new();
    private readonly CancellationTokenSource _token = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _token.Token;

    /// <summary>Takes signals from now on. One that was ignored when the program began, as by nohup, stays so.</summary>
    public void Listen() => _signals.AddRange(
        from signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT]
        select PosixSignalRegistration.Create(signal, Interrupt));

    /// <summary>Waits for a task, after a signal only for a moment longer.</summary>
    /// <returns>Whether the task has ended.</returns>
    public bool Wait(Task task)
    {
        Task.WaitAny(task, _first.Task);
        Task.WaitAny([task, _second.Task], Moment);
        return task.IsCompleted;
    }

    /// <summary>Does something after the signal that has come or will come, since what is being done may never end.</summary>
    public void Insist(Action end) => _ = Task.Run(async () =>
    {
        await _first.Task.ConfigureAwait(false);
        await Task.WhenAny(_second.Task, Task.Delay(LastMoment)).ConfigureAwait(false);
        end();
    });

    private void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (!_first.TrySetResult())
        {
            _second.TrySetResult();
        }

        _token.Cancel();
        if (OperatingSystem.IsWindows())
        {
            // Where the console is closed, the program is ended when this returns. It ends by itself before.
            Thread.Sleep(2 * LastMoment);
        }
    }
}
