using System.Buffers;
using System.Runtime.ExceptionServices;
using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>The rows of a CSV file on their way into memory, read by several threads.</summary>
/// <remarks>
/// The pieces that a thread takes depend on the file alone, and of all that is wrong the first thing in the file is
/// reported: nothing ever depends on the number of threads.
/// </remarks>
/// <param name="source">The file.</param>
/// <param name="survey">Where its rows are.</param>
/// <param name="threads">How many threads may read.</param>
internal sealed class CsvRows(CsvSource source, CsvSurvey survey, int threads)
{
    /// <summary>Reads the cells of a row.</summary>
    /// <param name="cells">Stands before the row; has to be left behind it.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="own">What belongs to the thread.</param>
    public delegate void RowReader<T>(ref CsvCells cells, int row, T own);

    /// <summary>Reads all rows.</summary>
    /// <param name="read">Reads one.</param>
    /// <param name="begin">Makes what belongs to a thread.</param>
    /// <param name="end">Takes what belonged to a thread; one at a time.</param>
    /// <param name="cancellationToken">Stops before the next piece.</param>
    public void ForEach<T>(RowReader<T> read, Func<T> begin, Action<T> end, CancellationToken cancellationToken)
    {
        Exception?[] problems = new Exception?[survey.Pieces.Count];
        Lock ending = new();
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(
            0,
            problems.Length,
            options,
            begin,
            (i, loop, own) =>
            {
                try
                {
                    ReadPiece(survey.Pieces[i], read, own, cancellationToken);
                }
                catch (Exception problem) when (problem is UnusableInputException or OutOfMemoryException)
                {
                    // Pieces before this one are still read: one of them may hold the first problem.
                    problems[i] = problem;
                    loop.Break();
                }

                return own;
            },
            own =>
            {
                lock (ending)
                {
                    end(own);
                }
            });

        if (Array.Find(problems, problem => problem is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private void ReadPiece<T>(CsvPiece piece, RowReader<T> read, T own, CancellationToken cancellationToken)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(piece.Length);
        try
        {
            for (int held = 0; held < piece.Length;)
            {
                int count = source.Read(bytes.AsMemory(held, piece.Length - held), piece.Offset + held, cancellationToken);
                held += count > 0 ? count : throw CsvProblem.Changed(source.Name);
            }

            CsvCells cells = new(bytes.AsSpan(0, piece.Length), survey.Head.Separator, piece.FirstLine);
            int row = 0;
            while (!cells.Rest.IsEmpty)
            {
                if (!cells.SkipBlankLine())
                {
                    read(ref cells, row < piece.Rows ? piece.FirstRow + row : throw CsvProblem.Changed(source.Name), own);
                    row++;
                }
            }

            if (row < piece.Rows)
            {
                throw CsvProblem.Changed(source.Name);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
