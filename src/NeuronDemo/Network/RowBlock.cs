namespace NeuronDemo.Network;

/// <summary>Some rows of a matrix that is stored column after column.</summary>
/// <param name="values">The matrix from the first of these rows in its first column on.</param>
/// <param name="stride">How far a column is from the next.</param>
/// <param name="rows">How many rows.</param>
internal readonly ref struct RowBlock(ReadOnlySpan<double> values, int stride, int rows)
{
    private readonly ReadOnlySpan<double> _values = values;

    /// <summary>How many rows.</summary>
    public int Rows => rows;

    /// <summary>The part of a column that lies in these rows.</summary>
    public ReadOnlySpan<double> this[int column] => _values.Slice(column * stride, rows);
}
