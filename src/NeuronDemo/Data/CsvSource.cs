using NeuronDemo.Files;
using NeuronDemo.Messages;
using NeuronDemo.Text;

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
        Name = Excerpt.Name(name);
        _file = file;
        _once = once;
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>A file.</summary>
    /// <exception cref="UnusableInputException">There is no such file, or it may not be read.</exception>
    /// <exception cref="OperationCanceledException">Opening was cancelled.</exception>
    public static CsvSource Open(string path, CancellationToken cancellationToken)
    {
        FileStream file = InputFile.Open(path, cancellationToken);
        return file.CanSeek ? new(path, file, null) : Open(path, file);
    }

    /// <summary>A stream, which is disposed of with the source.</summary>
    public static CsvSource Open(string name, Stream once) => new(name, TemporaryFile.Create(), once);

    /// <summary>Reads some bytes. To read a stream for the first time, ask for them in their order.</summary>
    /// <returns>How many bytes; none at the end.</returns>
    /// <exception cref="UnusableInputException">They can't be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled, if only while the stream had nothing to say.</exception>
    public int Read(Memory<byte> buffer, long offset, CancellationToken cancellationToken) => InputFile.Try(Name, () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_once is null || offset < _kept)
        {
            return RandomAccess.Read(_file.SafeFileHandle, buffer.Span, offset);
        }

        int read = _once.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(cancellationToken).GetAwaiter().GetResult();
        TemporaryFile.Write(_file, buffer[..read], _kept);
        _kept += read;
        return read;
    });

    public void Dispose()
    {
        _file.Dispose();
        _once?.Dispose();
    }
}
