using NeuronDemo.Messages;

namespace NeuronDemo.Files;

/// <summary>
/// A file that is written whole or not at all: into a temporary file beside it, which takes its name at the end.
/// Opened before the work, so that a folder that can't be written is found out before and not after.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _target;
    private readonly string _temporary;
    private readonly FileStream _stream;

    /// <summary>Checks that a file can be written there, and begins it.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <exception cref="UnusableInputException">It can't be written there.</exception>
    public OutputFile(string path)
    {
        _path = path;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (Directory.Exists(path))
        {
            throw new UnusableInputException(new($"'{path}' is a folder; name a file in it.", $"“{path}”是文件夹；请指定其中的文件名。"));
        }

        if (!Directory.Exists(folder))
        {
            throw new UnusableInputException(new($"The folder of '{path}' does not exist; create it first.", $"“{path}”所在的文件夹不存在；请先创建。"));
        }

        FileInfo named = new(path);
        _target = named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        _temporary = $"{_target}.{Path.GetRandomFileName()}.tmp";
        _stream = Try(() => new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    /// <summary>Puts the content in place of whatever stood there.</summary>
    /// <exception cref="UnusableInputException">It can't be written; what stood there still stands.</exception>
    public void Write(ReadOnlyMemory<byte> content) => Try(() =>
    {
        _stream.Write(content.Span);
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        if (!OperatingSystem.IsWindows() && File.Exists(_target))
        {
            File.SetUnixFileMode(_temporary, File.GetUnixFileMode(_target));
        }

        File.Move(_temporary, _target, overwrite: true);
        return true;
    });

    /// <summary>Removes what was begun and not finished.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_temporary);
    }

    private T Try<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = exception.Message.Replace(_temporary, _path, StringComparison.Ordinal);
            throw new UnusableInputException(
                new($"'{_path}' can't be written: {reason}", $"无法写入“{_path}”：{reason}"), exception);
        }
    }
}
