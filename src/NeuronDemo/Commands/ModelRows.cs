using NeuronDemo.Commands.Options;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Models;

namespace NeuronDemo.Commands;

/// <summary>The rows of a file that a saved model is asked about.</summary>
internal static class ModelRows
{
    private const int MostLines = 20;

    /// <summary>Reads the columns that the model knows, and says which rows were left out.</summary>
    /// <param name="session">The world around.</param>
    /// <param name="model">The model.</param>
    /// <param name="path">The file.</param>
    /// <param name="skipsMissing">Whether rows with a missing cell are left out; else they are refused.</param>
    /// <param name="needsTargets">Whether a missing target counts as well.</param>
    /// <returns>The rows.</returns>
    public static KnownRows ReadFor(this Session session, Model model, string path, bool skipsMissing, bool needsTargets = false)
    {
        using CsvFile file = DataOptions.Open(session, path);
        KnownColumns columns = new(model.Inputs, model.Network.InputCount, model.Meaning, model.Network.OutputCount);
        KnownRows rows = columns.Read(file, skipsMissing, needsTargets, session.Interrupted);
        if (rows.LinesLeftOut is { Count: > 0 } left)
        {
            // Else nobody could tell which row an answer belongs to.
            string lines = string.Join(", ", left.Take(MostLines));
            session.Tell(new(
                $"{left.Count} {(left.Count == 1 ? "row was" : "rows were")} left out, since a cell is missing: {(left.Count == 1 ? "line" : "lines")} {lines}"
                + (left.Count > MostLines ? ", ...; --json tells the numbers of the rows that remain." : "."),
                $"有 {left.Count} 行含缺失单元格，已跳过：文件第 {lines.Replace(", ", "、", StringComparison.Ordinal)}"
                + (left.Count > MostLines ? "……行；--json 会列出其余各行的行号。" : " 行。")));
        }

        return rows;
    }
}
