using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>
/// Reads blocks of columns: first all cells that are numbers, then, in columns where one is not, all cells as texts.
/// </summary>
/// <param name="file">What messages call the file.</param>
/// <param name="survey">What is known of it.</param>
/// <param name="rows">Its rows.</param>
internal sealed class TableReader(string file, CsvSurvey survey, CsvRows rows)
{
    private readonly Memory<double>[] _columns = new Memory<double>[survey.Head.ColumnCount];
    private readonly ColumnFindings?[] _findings = new ColumnFindings?[survey.Head.ColumnCount];
    private readonly ColumnTexts?[] _texts = new ColumnTexts?[survey.Head.ColumnCount];

    /// <summary>Reads the blocks.</summary>
    /// <exception cref="UnusableInputException">A row is not as long as the first one, or memory is too small.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Table Read(IReadOnlyList<TableBlock> blocks, CancellationToken cancellationToken)
    {
        try
        {
            double[][] values = Allocate(blocks);
            rows.ForEach<ColumnFindings?[]>(ReadNumbers, () => new ColumnFindings?[_columns.Length], Add, cancellationToken);
            for (int column = 0; column < _columns.Length; column++)
            {
                _texts[column] = _findings[column]?.Texts > 0 ? new() : null;
            }

            if (Array.Exists(_texts, texts => texts is not null))
            {
                rows.ForEach<object?>(ReadTexts, () => null, _ => { }, cancellationToken);
            }

            return new(file, survey, values, [.. blocks.SelectMany(block => block.Columns).Select(Column)]);
        }
        catch (OutOfMemoryException)
        {
            throw TooLarge(blocks);
        }
    }

    private double[][] Allocate(IReadOnlyList<TableBlock> blocks)
    {
        // Something has to be left to learn with.
        double bytes = blocks.Sum(block => (double)survey.RowCount * (block.Columns.Count + block.Spare)) * sizeof(double);
        if (bytes > 0.9 * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes
            || blocks.Any(block => (long)survey.RowCount * (block.Columns.Count + block.Spare) > Array.MaxLength))
        {
            throw TooLarge(blocks);
        }

        double[][] values = [.. blocks.Select(block => LargeArray.Allocate(survey.RowCount * (block.Columns.Count + block.Spare)))];
        for (int i = 0; i < values.Length; i++)
        {
            for (int place = 0; place < blocks[i].Columns.Count; place++)
            {
                _columns[blocks[i].Columns[place]] = values[i].AsMemory(place * survey.RowCount, survey.RowCount);
            }
        }

        return values;
    }

    // The loop in which reading spends its time: no cell becomes a string.
    private void ReadNumbers(ref CsvCells cells, int row, ColumnFindings?[] findings)
    {
        CsvCells before = cells;
        for (int column = 0; column < _columns.Length; column++)
        {
            Span<double> values = _columns[column].Span;
            if (values.IsEmpty)
            {
                ReadCell(ref cells, column);
            }
            else if (cells.TryReadNumber(out double number))
            {
                values[row] = number;
            }
            else
            {
                values[row] = ReadOther(ref cells, column, findings);
            }

            if (cells.EndsRow != (column == _columns.Length - 1))
            {
                throw Ragged(before);
            }
        }
    }

    private double ReadOther(ref CsvCells cells, int column, ColumnFindings?[] findings)
    {
        long line = cells.Line;
        ReadOnlySpan<byte> content = CellContent.Of(ReadCell(ref cells, column));
        if (CellContent.IsMissing(content))
        {
            (findings[column] ??= new()).AddMissing(line, content);
            return double.NaN;
        }

        if (!CellContent.TryParseNumber(content, out double number))
        {
            (findings[column] ??= new()).AddText(line, content);
        }

        return number;
    }

    private void ReadTexts(ref CsvCells cells, int row, object? own)
    {
        CsvCells before = cells;
        for (int column = 0; column < _columns.Length; column++)
        {
            ReadOnlySpan<byte> cell = ReadCell(ref cells, column);
            if (_texts[column] is { } texts)
            {
                ReadOnlySpan<byte> content = CellContent.Of(cell);
                _columns[column].Span[row] = CellContent.IsMissing(content) ? double.NaN : texts.NumberOf(content);
            }

            if (cells.EndsRow != (column == _columns.Length - 1))
            {
                throw Ragged(before);
            }
        }
    }

    private ReadOnlySpan<byte> ReadCell(ref CsvCells cells, int column)
    {
        long line = cells.Line;
        ReadOnlySpan<byte> cell = cells.Read();
        return cells.HasWrongQuotes ? throw CsvProblem.At(file, line, column, CsvProblem.WrongQuotes) : cell;
    }

    private void Add(ColumnFindings?[] findings)
    {
        for (int column = 0; column < findings.Length; column++)
        {
            if (findings[column] is { } found)
            {
                (_findings[column] ??= new()).Add(found);
            }
        }
    }

    private TableColumn Column(int index) => new(
        index, survey.Head.Names?[index], _columns[index], _texts[index]?.Sort(_columns[index].Span), _findings[index] ?? ColumnFindings.None);

    private UnusableInputException Ragged(CsvCells row)
    {
        long line = row.Line;
        int cells = 0;
        do
        {
            long begin = row.Line;
            if (row.Read().Contains((byte)'\n'))
            {
                return CsvProblem.At(file, begin, cells, CsvProblem.WrongQuotes);
            }

            cells++;
        }
        while (!row.EndsRow);

        return CsvProblem.At(file, line, new(
            $"{cells} {(cells == 1 ? "cell" : "cells")}, where the first line has {_columns.Length}.",
            $"有 {cells} 个单元格，而第一行有 {_columns.Length} 个。"));
    }

    private UnusableInputException TooLarge(IReadOnlyList<TableBlock> blocks)
    {
        int columns = blocks.Sum(block => block.Columns.Count);
        return new(new(
            $"'{file}' has {survey.RowCount} rows of {columns} numbers, more than fit in memory; take fewer rows.",
            $"“{file}”有 {survey.RowCount} 行、每行 {columns} 个数，内存放不下；请减少行数。"));
    }
}
