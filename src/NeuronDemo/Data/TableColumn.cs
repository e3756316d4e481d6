namespace NeuronDemo.Data;

/// <summary>A column of a <see cref="Table"/>: of numbers, or of texts if one cell is no number.</summary>
/// <param name="Index">Its place in the file, counted from 0.</param>
/// <param name="Name">Its name, if the file has a header.</param>
/// <param name="Values">
/// A value a row: the number, or which of <paramref name="Texts"/> it is; <see cref="double.NaN"/> where it is missing.
/// </param>
/// <param name="Texts">The different texts in ascending ordinal order, or null in a column of numbers.</param>
/// <param name="Findings">What was met besides numbers.</param>
internal sealed record TableColumn(
    int Index, string? Name, ReadOnlyMemory<double> Values, IReadOnlyList<string>? Texts, ColumnFindings Findings)
{
    /// <summary>More different texts than anybody could take for classes are not kept: then there are no values.</summary>
    public const int MostTexts = 1000;

    /// <summary>Whether there are more than <see cref="MostTexts"/> different texts.</summary>
    public bool HasTooManyTexts => Texts is [];

    /// <summary>How many cells are numbers, also in a column of texts.</summary>
    public int NumberCount => Values.Length - Findings.Texts - Findings.Missing;
}
