using System.Text;

namespace NeuronDemo.Files;

/// <summary>Writes as long as it can, and keeps silent where it can't.</summary>
internal sealed class SilentFailure(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Write([value], 0, 1);

    public override void Write(string? value) => Write(value?.ToCharArray() ?? [], 0, value?.Length ?? 0);

    public override void Write(char[] buffer, int index, int count)
    {
        try
        {
            writer.Write(buffer, index, count);
        }
        catch (IOException)
        {
            // The disk is full, say.
        }
    }
}
