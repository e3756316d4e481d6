using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Files;

/// <summary>
/// The one door out. A file is written whole or not at all: into a temporary file beside it, which takes its name at the
/// end. A pipe or a device is written to. Begun before the work, so that what can't be written is found out before and
/// not after; but until the end nothing of it is on the disk, so that nothing is left whatever ends the program.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    /// <summary>The name that stands for standard output.</summary>
    public const string StandardOutput = "-";

    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly Lock Gate = new();
    private static readonly List<OutputFile> Begun = [];

    private readonly string _path;
    private readonly CancellationToken _interrupted;
    private readonly FileNode? _replaced;
    private readonly string _target;
    private readonly string? _temporary;
    private readonly Stream? _stream;
    private bool _isOnDisk;

    /// <summary>Checks that a file can be written there, and begins it.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="interrupted">Stops it from being finished.</param>
    /// <exception cref="UnusableInputException">It can't be written there.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, if only while a pipe waited for its reader.</exception>
    public OutputFile(string path, CancellationToken interrupted = default)
    {
        _path = path;
        _interrupted = interrupted;
        IsStandardOutput = LeadsToStandardOutput(path);
        if (IsStandardOutput)
        {
            _target = path;
            _stream = StandardStreams.OpenOutput();
            return;
        }

        RequireName(path);
        _target = Try(() => FinalTarget(path));
        _replaced = FileNode.At(path);
        if (_replaced is null || (!_replaced.IsStream && _replaced == FileNode.At(_target)))
        {
            RequireReplaceable();

            // Its name does not depend on the file's, which may be as long as names can be.
            _temporary = Path.Combine(Path.GetDirectoryName(_target)!, $".neuron-demo-{Path.GetRandomFileName()}.tmp");
            Try(Rehearse);
        }
        else
        {
            // To open a pipe lasts until somebody reads from it.
            _stream = Try(() => Task.Run(() => new FileStream(
                path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)).WaitAsync(interrupted).GetAwaiter().GetResult());
        }
    }

    /// <summary>Whether the content goes to standard output, where nothing else may then stand.</summary>
    public bool IsStandardOutput { get; }

    /// <summary>Whether a name leads to standard output, a pipe or a device, and not to a file that is replaced.</summary>
    public static bool IsStream(string path) => LeadsToStandardOutput(path) || FileNode.At(path) is { IsStream: true };

    /// <summary>Whether a file is about to be replaced.</summary>
    public static bool WillReplace(FileNode file)
    {
        lock (Gate)
        {
            return Begun.Exists(output => output._replaced == file);
        }
    }

    /// <summary>Removes what is on the disk and not finished, since the program ends.</summary>
    /// <returns>What could not be removed.</returns>
    public static IReadOnlyList<string> DiscardUnfinished()
    {
        lock (Gate)
        {
            foreach (OutputFile file in Begun.ToArray())
            {
                file.Dispose();
            }

            return [.. Begun.Select(file => file._temporary!)];
        }
    }

    /// <summary>Puts the content in place of whatever stood there, or into the pipe or device.</summary>
    /// <exception cref="UnusableInputException">It can't be written; what stood there still stands.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public void Write(ReadOnlyMemory<byte> content) => Try(() =>
    {
        if (_stream is not null)
        {
            _stream.Write(content.Span);
            _stream.Dispose();
            return true;
        }

        using (FileStream stream = CreateTemporary())
        {
            stream.Write(content.Span);
            stream.Flush(flushToDisk: true);
        }

        Finish();
        return true;
    });

    /// <summary>Removes what was begun and not finished.</summary>
    public void Dispose()
    {
        _stream?.Dispose();
        lock (Gate)
        {
            try
            {
                if (_isOnDisk)
                {
                    File.Delete(_temporary!);
                }
            }
            catch (DirectoryNotFoundException)
            {
                // Gone with its folder.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It stays among those begun, so that the user is told of it at the end.
                return;
            }

            _isOnDisk = false;
            Begun.Remove(this);
        }
    }

    private static bool LeadsToStandardOutput(string path) =>
        path == StandardOutput || (FileNode.At(path) is { } node && node == FileNode.StandardOutput);

    private static void RequireName(string path)
    {
        string name = Excerpt.Name(path);
        if (path.Length == 0)
        {
            throw new UnusableInputException(new("The name of the file to write is empty.", "要写入的文件名是空的。"));
        }

        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            throw new UnusableInputException(new($"'{name}' is a folder; name a file in it.", $"“{name}”是文件夹；请指定其中的文件名。"));
        }
    }

    private static string FinalTarget(string path)
    {
        try
        {
            FileInfo named = new(path);
            return named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (FileNotFoundException exception)
        {
            throw new UnusableInputException(new("The current folder no longer exists.", "当前文件夹已不存在。"), exception);
        }
    }

    private void RequireReplaceable()
    {
        string name = Excerpt.Name(_path);
        if (!Directory.Exists(Path.GetDirectoryName(_target)))
        {
            throw FolderMissing();
        }

        // The superuser may write whatever he likes, but did not say that he would.
        if (_replaced is not null
            && (File.GetAttributes(_target).HasFlag(FileAttributes.ReadOnly)
                || (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_target) & Writable) == 0)))
        {
            throw new UnusableInputException(new(
                $"'{name}' is read-only; make it writable or name another file.", $"“{name}”是只读文件；请改为可写，或指定别的文件。"));
        }

        Try(OpenReplaced);
    }

    // Finds out what else is in the way: another owner, a name that is too long.
    private bool OpenReplaced()
    {
        try
        {
            new FileStream(_target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0).Dispose();
        }
        catch (FileNotFoundException)
        {
            // Nothing: it is new.
        }

        return true;
    }

    private bool Rehearse()
    {
        CreateTemporary().Dispose();
        lock (Gate)
        {
            File.Delete(_temporary!);
            _isOnDisk = false;
        }

        return true;
    }

    private FileStream CreateTemporary()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && _replaced is not null)
        {
            // What others may not read, they may not read before it is finished either.
            options.UnixCreateMode = File.GetUnixFileMode(_target) | UnixFileMode.UserWrite;
        }

        lock (Gate)
        {
            _interrupted.ThrowIfCancellationRequested();
            FileStream stream = new(_temporary!, options);
            _isOnDisk = true;
            Begun.Remove(this);
            Begun.Add(this);
            return stream;
        }
    }

    private void Finish()
    {
        lock (Gate)
        {
            _interrupted.ThrowIfCancellationRequested();
            if (!OperatingSystem.IsWindows() && File.Exists(_target))
            {
                File.SetUnixFileMode(_temporary!, File.GetUnixFileMode(_target));
            }

            TakePlace();
            _isOnDisk = false;
        }
    }

    private void TakePlace()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(_temporary!, _target, overwrite: true);
                return;
            }
            catch (Exception exception) when (OperatingSystem.IsWindows() && exception is IOException or UnauthorizedAccessException)
            {
                // There a file that another program holds open can't be replaced. A viewer that only reads it lets go soon.
                if (attempt == 10)
                {
                    string name = Excerpt.Name(_path);
                    throw new UnusableInputException(
                        new($"'{name}' can't be replaced: another program holds it open. Close it there.", $"无法替换“{name}”：另一个程序正打开着它。请先在那里关闭。"),
                        exception);
                }

                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private T Try<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (DirectoryNotFoundException)
        {
            throw FolderMissing();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string message = _temporary is null ? exception.Message : exception.Message.Replace(_temporary, _path, StringComparison.Ordinal);
            string reason = Excerpt.Name(message);
            Message name = IsStandardOutput ? new("Standard output", "标准输出") : new($"'{Excerpt.Name(_path)}'", $"“{Excerpt.Name(_path)}”");
            throw new UnusableInputException(
                new($"{name.English} can't be written: {reason}", $"无法写入{name.Chinese}：{reason}"), exception);
        }
    }

    private UnusableInputException FolderMissing()
    {
        string name = Excerpt.Name(_path);
        return new(new($"The folder of '{name}' does not exist; create it first.", $"“{name}”所在的文件夹不存在；请先创建。"));
    }
}
