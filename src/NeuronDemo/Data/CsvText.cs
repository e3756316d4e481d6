using System.Buffers;
using System.Text;
using NeuronDemo.Messages;
using Sylvan.Data.Csv;

namespace NeuronDemo.Data;

/// <summary>A piece of a CSV file, cut into cells. It holds its bytes until it is disposed of.</summary>
internal sealed class CsvText : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly byte[] _bytes;
    private readonly int _length;

    /// <summary>Reads the bytes of a piece.</summary>
    /// <exception cref="UnusableInputException">The file is not what it was when it was surveyed.</exception>
    public CsvText(CsvSource source, CsvPiece piece, CancellationToken cancellationToken)
    {
        _length = piece.Length;
        _bytes = ArrayPool<byte>.Shared.Rent(_length);
        for (int held = 0; held < _length;)
        {
            int read = source.Read(_bytes.AsMemory(held, _length - held), piece.Offset + held, cancellationToken);
            held += read > 0 ? read : throw CsvProblem.Changed(source.Name);
        }
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Cuts the bytes into rows of cells.</summary>
    public CsvDataReader Rows(char separator) => CsvDataReader.Create(
        new StreamReader(new MemoryStream(_bytes, 0, _length, writable: false), Utf8, detectEncodingFromByteOrderMarks: false),
        new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = separator,
            MaxBufferSize = _length + 1,

            // No line is a comment: none begins with a zero byte.
            Comment = '\0',
        });

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
}
