using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Data;
using NeuronDemo.Messages;

namespace NeuronDemo.Lessons;

/// <summary>The rows of files in which every cell is a number.</summary>
internal static class PlainRows
{
    /// <summary>Reads all columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The numbers (rows x columns).</returns>
    /// <exception cref="UnusableInputException">A cell is not a number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Matrix<double> ReadMatrix(this CsvFile file, CancellationToken cancellationToken)
    {
        Table table = file.Read([new([.. Enumerable.Range(0, file.ColumnCount)])], cancellationToken);
        RequireNumbers(table, targets: 0);
        return Matrix<double>.Build.Dense(table.RowCount, file.ColumnCount, table.Blocks[0]);
    }

    /// <summary>Reads the last columns as targets and those before as inputs.</summary>
    /// <param name="file">The file.</param>
    /// <param name="targetCount">How many columns are targets, 1 or more.</param>
    /// <param name="bias">Whether to add a constant 1 as the last input.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="UnusableInputException">
    /// A cell is not a number, a target not 0 to 1, or no column is left for an input.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainingSet ReadTrainingSet(this CsvFile file, int targetCount, bool bias, CancellationToken cancellationToken)
    {
        int inputCount = file.ColumnCount - targetCount;
        if (inputCount < 1)
        {
            throw new UnusableInputException(new(
                $"'{file.Name}' has {file.ColumnCount} {(file.ColumnCount == 1 ? "column" : "columns")}: none is left for inputs beside {targetCount} for targets; columns are separated by commas, semicolons or tabs.",
                $"“{file.Name}”有 {file.ColumnCount} 列：{targetCount} 列作目标值后没有输入列；列与列之间要用半角逗号、分号或制表符。"));
        }

        // The bias has its place from the start: to add it later would take the memory a second time.
        int spare = bias ? 1 : 0;
        Table table = file.Read(
            [new([.. Enumerable.Range(0, inputCount)], spare), new([.. Enumerable.Range(inputCount, targetCount)])], cancellationToken);
        RequireNumbers(table, targetCount);
        table.Blocks[0].AsSpan(table.RowCount * inputCount).Fill(1);
        IEnumerable<string>? inputNames = file.ColumnNames?.Take(inputCount);
        return new(
            Matrix<double>.Build.Dense(table.RowCount, inputCount + spare, table.Blocks[0]),
            Matrix<double>.Build.Dense(table.RowCount, targetCount, table.Blocks[1]))
        {
            InputNames = (bias ? inputNames?.Append("1") : inputNames)?.ToArray(),
            TargetNames = file.ColumnNames?.Skip(inputCount).ToArray(),
            HasBias = bias,
        };
    }

    // Of all that is wrong the first thing in the file is told.
    private static void RequireNumbers(Table table, int targets)
    {
        List<(long Line, int Column, Message Found)> problems = [];
        foreach (TableColumn column in table.Columns)
        {
            if (column.Findings.FirstText is var (line, text))
            {
                problems.Add((line, column.Index, CsvProblem.NotANumber(text)));
            }

            if (column.Findings.FirstMissing is var (missingLine, missing))
            {
                problems.Add((missingLine, column.Index, CsvProblem.Missing(missing)));
            }
        }

        foreach (TableColumn column in table.Columns.TakeLast(targets).Where(column => column.Texts is null))
        {
            int row = column.Values.Span.IndexOfAnyExceptInRange(0, 1);
            if (row >= 0 && !double.IsNaN(column.Values.Span[row]))
            {
                problems.Add((table.LineOf(row), column.Index, CsvProblem.NotATarget(column.Values.Span[row])));
            }
        }

        if (problems.Count > 0)
        {
            (long line, int column, Message found) = problems.MinBy(problem => (problem.Line, problem.Column));
            throw CsvProblem.At(table.FileName, line, column, found);
        }
    }
}
