using System.IO.Pipes;

namespace NeuronDemo.Tests.Data;

/// <summary>A pipe into which nobody writes, like a terminal at which nobody types.</summary>
internal sealed class SilentPipe : IDisposable
{
    private readonly AnonymousPipeServerStream _writer = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _reader;

    public SilentPipe() => _reader = new(PipeDirection.In, _writer.ClientSafePipeHandle);

    public Stream Reader => _reader;

    public void Dispose()
    {
        _writer.Dispose();
        _reader.Dispose();
    }
}
