namespace NeuronDemo.Data;

/// <summary>Columns of a CSV file, each of numbers or of texts, and with gaps where cells are missing.</summary>
/// <param name="file">What messages call the file.</param>
/// <param name="survey">Where its rows are.</param>
/// <param name="blocks">The values.</param>
/// <param name="columns">The columns.</param>
internal sealed class Table(string file, CsvSurvey survey, IReadOnlyList<double[]> blocks, IReadOnlyList<TableColumn> columns)
{
    /// <summary>What messages call the file.</summary>
    public string FileName => file;

    /// <summary>How many rows.</summary>
    public int RowCount => survey.RowCount;

    /// <summary>The values of each <see cref="TableBlock"/> that was asked for: rows x columns, column after column.</summary>
    public IReadOnlyList<double[]> Blocks => blocks;

    /// <summary>The columns of all blocks, in the order in which they were asked for.</summary>
    public IReadOnlyList<TableColumn> Columns => columns;

    /// <summary>The line of the file on which a row begins, counted from 1.</summary>
    /// <param name="row">The row, counted from 0.</param>
    public long LineOf(int row) => survey.LineOf(row);

    /// <summary>The rows in which a cell of some of the columns is missing, counted from 0, in ascending order.</summary>
    public IReadOnlyList<int> IncompleteRows(IEnumerable<TableColumn> among)
    {
        bool[] isIncomplete = new bool[RowCount];
        foreach (TableColumn column in among.Where(column => column.Findings.Missing > 0))
        {
            for (int row = 0; row < isIncomplete.Length; row++)
            {
                isIncomplete[row] |= double.IsNaN(column.Values.Span[row]);
            }
        }

        return [.. Enumerable.Range(0, RowCount).Where(row => isIncomplete[row])];
    }
}
