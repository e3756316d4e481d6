using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>A table in a CSV file: surveyed, and ready to be read.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly CsvSource _source;
    private readonly CsvSurvey _survey;

    private CsvFile(CsvSource source, CancellationToken cancellationToken)
    {
        _source = source;
        _survey = CsvSurvey.Of(source, cancellationToken);
    }

    /// <summary>What messages call the file.</summary>
    public string Name => _source.Name;

    /// <summary>The columns' names, if the file has a header line. Some may be empty, or the same.</summary>
    public IReadOnlyList<string>? ColumnNames => _survey.Head.Names;

    /// <summary>The names that more than one column has.</summary>
    public IReadOnlyList<string> RepeatedNames => [.. (ColumnNames ?? [])
        .GroupBy(name => name)
        .Where(columns => columns.Key.Length > 0 && columns.Count() > 1)
        .Select(columns => columns.Key)];

    /// <summary>How many columns.</summary>
    public int ColumnCount => _survey.Head.ColumnCount;

    /// <summary>How many rows.</summary>
    public int RowCount => _survey.RowCount;

    /// <summary>How many threads may read. The result never depends on it.</summary>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Surveys a file.</summary>
    /// <exception cref="UnusableInputException">It can't be read, or is no table.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CsvFile Open(string path, CancellationToken cancellationToken) =>
        Open(CsvSource.Open(path, cancellationToken), cancellationToken);

    /// <summary>Surveys a stream, to its end.</summary>
    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    public static CsvFile Open(string name, Stream stream, CancellationToken cancellationToken) =>
        Open(CsvSource.Open(name, stream), cancellationToken);

    /// <summary>The columns' names of a file of which no more than the beginning is read; none if it has no header line.</summary>
    /// <exception cref="UnusableInputException">It can't be read, or is no table.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<string> ColumnNamesOf(string path, CancellationToken cancellationToken)
    {
        using CsvSource source = CsvSource.Open(path, cancellationToken);
        return CsvSurvey.HeadOf(source, cancellationToken).Names ?? [];
    }

    /// <summary>Reads columns. The others may hold anything.</summary>
    /// <param name="blocks">Which, and which of them side by side; none of them twice.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UnusableInputException">A row is not as long as the first one, or memory is too small.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Table Read(IReadOnlyList<TableBlock> blocks, CancellationToken cancellationToken) =>
        new TableReader(Name, _survey, new(_source, _survey, Threads)).Read(blocks, cancellationToken);

    public void Dispose() => _source.Dispose();

    private static CsvFile Open(CsvSource source, CancellationToken cancellationToken)
    {
        try
        {
            return new(source, cancellationToken);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}
