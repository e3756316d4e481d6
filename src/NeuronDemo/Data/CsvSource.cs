using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>
/// The bytes of a CSV file, which can be read at any place and by many threads. What can be read only once (standard
/// input, a pipe) is kept in a temporary file as it comes.
/// </summary>
internal sealed class CsvSource : IDisposable
{
    private readonly FileStream _file;
    private readonly Stream? _once;
    private long _kept;

    private CsvSource(string name, FileStream file, Stream? once)
    {
        Name = name;
        _file = file;
        _once = once;
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>A file.</summary>
    /// <exception cref="UnusableInputException">There is no such file, or it may not be read.</exception>
    public static CsvSource Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnusableInputException(new($"'{path}' is a folder; name a file in it.", $"“{path}”是文件夹；请指定其中的文件。"));
        }

        if (!File.Exists(path))
        {
            throw new UnusableInputException(new($"There is no file '{path}'.", $"没有文件“{path}”。"));
        }

        // Others may keep it open, as spreadsheets do.
        FileStream file = Try(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        return file.CanSeek ? new(path, file, null) : Open(path, file);
    }

    /// <summary>A stream, which is disposed of with the source.</summary>
    public static CsvSource Open(string name, Stream once) => new(name, Try(name, NewTemporaryFile), once);

    /// <summary>Reads some bytes. To read a stream for the first time, ask for them in their order.</summary>
    /// <returns>How many bytes; none at the end.</returns>
    /// <exception cref="UnusableInputException">They can't be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled, if only while the stream had nothing to say.</exception>
    public int Read(Memory<byte> buffer, long offset, CancellationToken cancellationToken) => Try(Name, () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_once is null || offset < _kept)
        {
            return RandomAccess.Read(_file.SafeFileHandle, buffer.Span, offset);
        }

        int read = _once.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(cancellationToken).GetAwaiter().GetResult();
        RandomAccess.Write(_file.SafeFileHandle, buffer.Span[..read], _kept);
        _kept += read;
        return read;
    });

    public void Dispose()
    {
        _file.Dispose();
        _once?.Dispose();
    }

    private static FileStream NewTemporaryFile()
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    private static T Try<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                new($"'{name}' can't be read: {exception.Message}", $"无法读取“{name}”：{exception.Message}"), exception);
        }
    }
}
