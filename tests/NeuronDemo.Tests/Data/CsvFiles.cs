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

    public static TrainingSet ReadTrainingSet(string content, int targets = 1, bool bias = false)
    {
        using CsvFile file = Open(Encoding.UTF8.GetBytes(content));
        return file.ReadTrainingSet(targets, bias, CancellationToken.None);
    }

    public static Matrix<double> ReadMatrix(string content)
    {
        using CsvFile file = Open(Encoding.UTF8.GetBytes(content));
        return file.ReadMatrix(CancellationToken.None);
    }
}
