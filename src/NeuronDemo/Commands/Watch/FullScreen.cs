using System.Runtime.InteropServices;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>
/// The terminal's second screen, without a cursor and without wrapped lines, until it is disposed of or the program is
/// interrupted. Then what stood on the first one comes back, as it does while Ctrl+Z has stopped the program.
/// </summary>
internal sealed partial class FullScreen : IDisposable
{
    private const string Enter = "\e[?1049h\e[?25l\e[?7l";
    private const string Leave = "\e[?7h\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string Clear = "\e[2J";

    private readonly IAnsiConsole _terminal;
    private readonly Lock _gate = new();
    private readonly List<IDisposable> _events = [];
    private bool _entered;
    private bool _closed;
    private (int Width, int Height) _size;
    private string _shown = "";

    /// <summary>Enters the second screen.</summary>
    public FullScreen(IAnsiConsole terminal, CancellationToken interrupted)
    {
        _terminal = terminal;
        Switch(enter: true);
        _events.Add(interrupted.Register(Close));
        if (!OperatingSystem.IsWindows())
        {
            _events.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, Suspend));
            _events.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Switch(enter: true)));
        }
    }

    /// <summary>Shows a frame of lines that fill the screen, if it differs from what is shown.</summary>
    public void Show(string frame, (int Width, int Height) size)
    {
        lock (_gate)
        {
            bool resized = size != _size;
            if (_entered && (resized || frame != _shown))
            {
                // In one piece, so that no half of a frame is seen.
                Write((resized ? Clear : "") + Home + frame);
                (_size, _shown) = (size, frame);
            }
        }
    }

    /// <summary>Leaves the second screen.</summary>
    public void Dispose()
    {
        _events.ForEach(registration => registration.Dispose());
        Close();
    }

    private void Close()
    {
        Switch(enter: false);
        _closed = true;
    }

    // .NET does not pass on SIGTSTP, which here only says that the program is to stop.
    private void Suspend(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Switch(enter: false);
        _ = Kill(Environment.ProcessId, OperatingSystem.IsLinux() ? 19 : 17);
    }

    private void Switch(bool enter)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            if (enter || _entered)
            {
                Write(enter ? Enter : Leave);
            }

            // What was shown is gone.
            (_entered, _size) = (enter, default);
        }
    }

    private void Write(string text)
    {
        _terminal.Profile.Out.Writer.Write(text);
        _terminal.Profile.Out.Writer.Flush();
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
