using System.Runtime.InteropServices;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>
/// The terminal's second screen, without a cursor and without wrapped lines, as long as it is not disposed. Then what
/// stood on the first one comes back.
/// </summary>
internal sealed class FullScreen : IDisposable
{
    private const string Enter = "\e[?1049h\e[?25l\e[?7l";
    private const string Leave = "\e[?7h\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string Clear = "\e[2J";

    private readonly IAnsiConsole _terminal;
    private readonly PosixSignalRegistration? _suspend;
    private (int Width, int Height) _size;
    private string _shown = "";

    /// <summary>Enters the second screen.</summary>
    public FullScreen(IAnsiConsole terminal)
    {
        _terminal = terminal;
        if (!OperatingSystem.IsWindows())
        {
            // Ctrl+Z would leave the shell on this screen, without a cursor; .NET can't stop the process after a handler.
            _suspend = PosixSignalRegistration.Create(PosixSignal.SIGTSTP, signal => signal.Cancel = true);
        }

        Write(Enter);
    }

    /// <summary>Shows a frame of lines that fill the screen, if it differs from what is shown.</summary>
    public void Show(string frame, (int Width, int Height) size)
    {
        bool resized = size != _size;
        if (resized || frame != _shown)
        {
            // In one piece, so that no half of a frame is seen.
            Write((resized ? Clear : "") + Home + frame);
            (_size, _shown) = (size, frame);
        }
    }

    /// <summary>Leaves the second screen.</summary>
    public void Dispose()
    {
        _suspend?.Dispose();
        Write(Leave);
    }

    private void Write(string text)
    {
        _terminal.Profile.Out.Writer.Write(text);
        _terminal.Profile.Out.Writer.Flush();
    }
}
