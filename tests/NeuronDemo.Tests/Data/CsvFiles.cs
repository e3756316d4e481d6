using System.Text;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Data;
using NeuronDemo.Lessons;

namespace NeuronDemo.Tests.Data;

/// <summary>Reads CSV text as the program does.</summary>
internal static class CsvFiles
{
    public const string Name = "rows.csv";

    public static CsvFile Open(byte[] content) => CsvFile.Open(Name, new MemoryStream(content), CancellationToken.None);

    /// <summary>Reads all columns side by side.</summary>
    public static Table ReadTable(byte[] content, int threads = 2)
    {
        using CsvFile file = Open(content);
        file.Threads = threads;
        return file.Read([new([.. Enumerable.Range(0, file.ColumnCount)])], CancellationToken.None);
    }

    public static Table ReadTable(string content) => ReadTable(Encoding.UTF8.GetBytes(content));

    /// <summary>The rows as they stand in the file, with the last columns as targets.</summary>
    public static TrainingSet ReadTrainingSet(string content, int targets = 1, bool bias = false) =>
        ReadTrainingSet(content, new() { TargetCount = targets, AddsBias = bias, Standardizes = false });

    public static TrainingSet ReadTrainingSet(string content, DataChoice choice)
    {
        using CsvFile file = Open(Encoding.UTF8.GetBytes(content));
        return TrainingSetReader.Read(file, choice, CancellationToken.None);
    }

    public static TrainingSet ReadTrainingSet(this CsvFile file, int targets, bool bias) =>
        TrainingSetReader.Read(file, new() { TargetCount = targets, AddsBias = bias, Standardizes = false }, CancellationToken.None);

    public static Matrix<double> ReadMatrix(string content)
    {
        using CsvFile file = Open(Encoding.UTF8.GetBytes(content));
        return file.ReadMatrix();
    }

    /// <summary>All columns, if they are numbers.</summary>
    public static Matrix<double> ReadMatrix(this CsvFile file)
    {
        Table table = file.Read([new([.. Enumerable.Range(0, file.ColumnCount)])], CancellationToken.None);
        TableColumn? stray = table.Columns.Where(column => column.Findings.FirstText is not null).MinBy(column => column.Findings.FirstText!.Value.Line);
        return stray?.Findings.FirstText is var (line, text)
            ? throw CsvProblem.At(file.Name, line, stray.Index, CsvProblem.NotANumber(text))
            : Matrix<double>.Build.Dense(table.RowCount, table.Columns.Count, table.Blocks[0]);
    }
}
