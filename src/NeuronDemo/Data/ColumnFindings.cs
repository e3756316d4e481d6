using System.Text;

namespace NeuronDemo.Data;

/// <summary>What was met in a column besides numbers.</summary>
internal sealed class ColumnFindings
{
    // Enough of a cell to tell what it is.
    private const int MostBytesShown = 400;

    /// <summary>Nothing.</summary>
    public static ColumnFindings None { get; } = new();

    /// <summary>How many cells are missing.</summary>
    public int Missing { get; private set; }

    /// <summary>How many cells are neither missing nor numbers.</summary>
    public int Texts { get; private set; }

    /// <summary>The first missing cell in the file, and its line.</summary>
    public (long Line, string Cell)? FirstMissing { get; private set; }

    /// <summary>The first cell in the file that is neither missing nor a number, and its line.</summary>
    public (long Line, string Cell)? FirstText { get; private set; }

    /// <summary>Adds a missing cell.</summary>
    public void AddMissing(long line, ReadOnlySpan<byte> content)
    {
        Missing++;
        FirstMissing = First(FirstMissing, line, content);
    }

    /// <summary>Adds a cell that is neither missing nor a number.</summary>
    public void AddText(long line, ReadOnlySpan<byte> content)
    {
        Texts++;
        FirstText = First(FirstText, line, content);
    }

    /// <summary>Adds what was found in other rows.</summary>
    public void Add(ColumnFindings other)
    {
        Missing += other.Missing;
        Texts += other.Texts;
        FirstMissing = First(FirstMissing, other.FirstMissing);
        FirstText = First(FirstText, other.FirstText);
    }

    private static (long Line, string Cell)? First((long Line, string Cell)? known, long line, ReadOnlySpan<byte> content) =>
        known?.Line <= line ? known : (line, Encoding.UTF8.GetString(content[..Math.Min(content.Length, MostBytesShown)]));

    private static (long Line, string Cell)? First((long Line, string Cell)? one, (long Line, string Cell)? other) =>
        other is null || one?.Line <= other.Value.Line ? one : other;
}
