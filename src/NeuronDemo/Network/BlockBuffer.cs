using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuronDemo.Network;

/// <summary>Room for the rows of one block, in the layout that the kernels are fastest on.</summary>
internal sealed class BlockBuffer
{
    /// <summary>Columns are padded to a multiple of this: a line of the cache, and the widest vector.</summary>
    public const int Line = 8;

    private readonly double[] _values;
    private readonly int _start;
    private readonly int _stride;
    private readonly int _columns;

    /// <summary>Makes room, filled with zeros.</summary>
    /// <param name="rows">How many rows at most.</param>
    /// <param name="columns">How many columns.</param>
    public BlockBuffer(int rows, int columns)
    {
        // An odd number of lines: columns a power of two apart would share a few places in the cache and drive each other out.
        _stride = (((rows + Line - 1) / Line) | 1) * Line;
        _columns = columns;
        _values = new double[_stride * columns + Line - 1];
        _start = ToNextLine(_values);
    }

    /// <summary>The first rows.</summary>
    public RowBlock Rows(int count) => new(_values.AsSpan(_start), _stride, count, _columns);

    // A vector that lies across two lines takes two loads. The garbage collector may move a small array off its line, which
    // costs time and changes nothing else; large ones stay where they are.
    private static unsafe int ToNextLine(double[] values)
    {
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(values)) / sizeof(double);
        return (int)((Line - address % Line) % Line);
    }
}
