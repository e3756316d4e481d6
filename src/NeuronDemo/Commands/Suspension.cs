using System.Runtime.InteropServices;

namespace NeuronDemo.Commands;

/// <summary>
/// Ctrl+Z, while the terminal is not as a shell expects it: it is put right before the program stops, and changed again
/// when the program goes on.
/// </summary>
internal sealed partial class Suspension : IDisposable
{
    private const int StopOnLinux = 19;
    private const int StopElsewhere = 17;

    private readonly PosixSignalRegistration? _stop;
    private readonly PosixSignalRegistration? _goOn;

    /// <summary>Looks after the terminal until it is disposed of.</summary>
    /// <param name="restore">Puts the terminal right.</param>
    /// <param name="change">Changes it again.</param>
    public Suspension(Action restore, Action change)
    {
        if (!OperatingSystem.IsWindows())
        {
            _stop = PosixSignalRegistration.Create(PosixSignal.SIGTSTP, signal =>
            {
                // .NET would not stop after this, whatever is said to it here.
                signal.Cancel = true;
                restore();
                _ = Kill(Environment.ProcessId, OperatingSystem.IsLinux() ? StopOnLinux : StopElsewhere);
            });
            _goOn = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => change());
        }
    }

    public void Dispose()
    {
        _stop?.Dispose();
        _goOn?.Dispose();
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
