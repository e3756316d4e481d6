using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuronDemo.Network;

/// <summary>Some rows of a matrix that is stored column after column.</summary>
/// <remarks>It is passed by reference: on four rows, copying it takes longer than using it.</remarks>
/// <param name="values">The matrix from the first of these rows in its first column on.</param>
/// <param name="stride">How far a column is from the next.</param>
/// <param name="rows">How many rows.</param>
/// <param name="columns">How many columns.</param>
internal readonly ref struct RowBlock(Span<double> values, int stride, int rows, int columns)
{
    private readonly Span<double> _values = values;

    /// <summary>How far a column is from the next.</summary>
    public int Stride => stride;

    /// <summary>How many rows.</summary>
    public int Rows => rows;

    /// <summary>How many columns.</summary>
    public int Columns => columns;

    /// <summary>The part of a column that lies in these rows.</summary>
    public Span<double> this[int column] => _values.Slice(column * stride, rows);

    /// <summary>Where a column begins. Kernels read whole vectors from here, in a <see cref="BlockBuffer"/> beyond the last row.</summary>
    public ref double Start(int column) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_values), column * stride);

    /// <summary>Copies these rows into a <see cref="BlockBuffer"/>.</summary>
    public void CopyTo(in RowBlock buffer)
    {
        for (int column = 0; column < columns; column++)
        {
            this[column].CopyTo(buffer[column]);
        }

        buffer.ClearPadding();
    }

    /// <summary>Puts zeros between the last row and the end of its vector, in a <see cref="BlockBuffer"/>.</summary>
    public void ClearPadding()
    {
        int padding = -rows & (BlockBuffer.Line - 1);
        for (int column = 0; padding > 0 && column < columns; column++)
        {
            _values.Slice(column * stride + rows, padding).Clear();
        }
    }
}
