using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>
/// The terminal's second screen, without a cursor and without wrapped lines, until it is disposed of or the program is
/// interrupted. Then what stood on the first one comes back, as it does while Ctrl+Z has stopped the program.
/// </summary>
internal sealed class FullScreen : IDisposable
{
    private const string Enter = "\e[?1049h\e[?25l\e[?7l";
    private const string Leave = "\e[?7h\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string Clear = "\e[2J";

    private readonly IAnsiConsole _terminal;
    private readonly Lock _gate = new();
    private readonly Suspension _suspension;
    private readonly CancellationTokenRegistration _interruption;
    private bool _isEntered;
    private bool _isClosed;
    private (int Width, int Height) _size;
    private string _shown = "";

    /// <summary>Enters the second screen.</summary>
    public FullScreen(IAnsiConsole terminal, CancellationToken interrupted)
    {
        _terminal = terminal;
        Switch(enter: true);
        _suspension = new(() => Switch(enter: false), () => Switch(enter: true));
        _interruption = interrupted.Register(Close);
    }

    /// <summary>Shows a frame of lines that fill the screen, if it differs from what is shown.</summary>
    public void Show(string frame, (int Width, int Height) size)
    {
        lock (_gate)
        {
            bool resized = size != _size;
            if (_isEntered && (resized || frame != _shown))
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
        _suspension.Dispose();
        _interruption.Dispose();
        Close();
    }

    private void Close()
    {
        lock (_gate)
        {
            Switch(enter: false);
            _isClosed = true;
        }
    }

    private void Switch(bool enter)
    {
        lock (_gate)
        {
            if (!_isClosed && (enter || _isEntered))
            {
                Write(enter ? Enter : Leave);

                // What was shown is gone.
                (_isEntered, _size) = (enter, default);
            }
        }
    }

    private void Write(string text)
    {
        _terminal.Profile.Out.Writer.Write(text);
        _terminal.Profile.Out.Writer.Flush();
    }
}
