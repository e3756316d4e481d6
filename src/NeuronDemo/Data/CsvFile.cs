using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>A table of numbers in a CSV file: surveyed, and ready to be read.</summary>
/// <remarks>
/// Threads read the file in pieces that depend on the file alone, and of all that is wrong the first thing in the file
/// is reported: nothing ever depends on the number of threads.
/// </remarks>
internal sealed class CsvFile : IDisposable
{
    private readonly CsvSource _source;
    private readonly CsvHead _head;
    private readonly List<CsvPiece> _pieces;

    private CsvFile(CsvSource source, CancellationToken cancellationToken)
    {
        _source = source;
        _pieces = CsvSurvey.Of(source, cancellationToken);
        if (_pieces.Count == 0)
        {
            throw new UnusableInputException(new($"'{Name}' is empty.", $"“{Name}”是空的。"));
        }

        _head = CsvHead.Read(source, _pieces[0], out CsvPiece rest, cancellationToken);
        _pieces[0] = rest;
        RowCount = _pieces.Sum(piece => piece.Rows);
        if (RowCount == 0)
        {
            throw new UnusableInputException(new(
                $"'{Name}' has a header line and no rows of numbers.", $"“{Name}”只有标题行，没有数据行。"));
        }

        // Something has to be left to learn with.
        double bytes = (double)RowCount * ColumnCount * sizeof(double);
        if (bytes > 0.9 * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
        {
            throw TooLarge();
        }
    }

    /// <summary>What messages call the file.</summary>
    public string Name => _source.Name;

    /// <summary>The columns' names, if the file has a header line.</summary>
    public IReadOnlyList<string>? ColumnNames => _head.Names;

    /// <summary>How many columns.</summary>
    public int ColumnCount => _head.ColumnCount;

    /// <summary>How many rows of numbers.</summary>
    public int RowCount { get; }

    /// <summary>How many threads may read. The result never depends on it.</summary>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Surveys a file.</summary>
    /// <exception cref="UnusableInputException">It can't be read, is no table, or is too large.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CsvFile Open(string path, CancellationToken cancellationToken) =>
        Open(CsvSource.Open(path, cancellationToken), cancellationToken);

    /// <summary>Surveys a stream, to its end.</summary>
    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    public static CsvFile Open(string name, Stream stream, CancellationToken cancellationToken) =>
        Open(CsvSource.Open(name, stream), cancellationToken);

    /// <summary>Reads all columns.</summary>
    /// <returns>The numbers (<see cref="RowCount"/> x <see cref="ColumnCount"/>).</returns>
    /// <exception cref="UnusableInputException">A cell is not a number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Matrix<double> ReadMatrix(CancellationToken cancellationToken)
    {
        double[] numbers = Allocate(ColumnCount);
        Fill(numbers, default, cancellationToken);
        return Matrix<double>.Build.Dense(RowCount, ColumnCount, numbers);
    }

    /// <summary>Reads the last columns as targets and those before as inputs.</summary>
    /// <param name="targetCount">How many columns are targets, 1 or more.</param>
    /// <param name="bias">Whether to add a constant 1 as the last input.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="UnusableInputException">
    /// A cell is not a number, a target not 0 to 1, or no column is left for an input.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingSet ReadTrainingSet(int targetCount, bool bias, CancellationToken cancellationToken)
    {
        int inputCount = ColumnCount - targetCount;
        if (inputCount < 1)
        {
            throw new UnusableInputException(new(
                $"'{Name}' has {ColumnCount} {(ColumnCount == 1 ? "column" : "columns")}: none is left for inputs beside {targetCount} for targets; columns are separated by commas, semicolons or tabs.",
                $"“{Name}”有 {ColumnCount} 列：{targetCount} 列作目标值后没有输入列；列与列之间要用半角逗号、分号或制表符。"));
        }

        // The bias has its place from the start: to add it later would take the memory a second time.
        int width = bias ? inputCount + 1 : inputCount;
        double[] inputs = Allocate(width);
        double[] targets = Allocate(targetCount);
        Fill(inputs.AsMemory(0, RowCount * inputCount), targets, cancellationToken);
        inputs.AsSpan(RowCount * inputCount).Fill(1);
        IEnumerable<string>? inputNames = ColumnNames?.Take(inputCount);
        return new(
            Matrix<double>.Build.Dense(RowCount, width, inputs),
            Matrix<double>.Build.Dense(RowCount, targetCount, targets))
        {
            InputNames = (bias ? inputNames?.Append("1") : inputNames)?.ToArray(),
            TargetNames = ColumnNames?.Skip(inputCount).ToArray(),
            HasBias = bias,
        };
    }

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

    private void Fill(Memory<double> inputs, Memory<double> targets, CancellationToken cancellationToken)
    {
        int[] firstRows = new int[_pieces.Count];
        for (int i = 1; i < firstRows.Length; i++)
        {
            firstRows[i] = firstRows[i - 1] + _pieces[i - 1].Rows;
        }

        CsvNumbers numbers = new(_source, _head, RowCount, inputs, targets);
        UnusableInputException?[] problems = new UnusableInputException?[_pieces.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
        Parallel.For(0, _pieces.Count, options, (i, loop) =>
        {
            try
            {
                numbers.Read(_pieces[i], firstRows[i], cancellationToken);
            }
            catch (UnusableInputException problem)
            {
                // Pieces before this one are still read: one of them may hold the first problem.
                problems[i] = problem;
                loop.Break();
            }
        });

        if (Array.Find(problems, problem => problem is not null) is { } first)
        {
            throw first;
        }
    }

    private double[] Allocate(int columns)
    {
        try
        {
            return (long)RowCount * columns <= Array.MaxLength
                ? GC.AllocateUninitializedArray<double>(RowCount * columns)
                : throw TooLarge();
        }
        catch (OutOfMemoryException)
        {
            throw TooLarge();
        }
    }

    private UnusableInputException TooLarge() => new(new(
        $"'{Name}' has {RowCount} rows of {ColumnCount} numbers, more than fit in memory; take fewer rows.",
        $"“{Name}”有 {RowCount} 行、每行 {ColumnCount} 个数，内存放不下；请减少行数。"));
}
