using System.Globalization;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Verify;

/// <summary>How often each class was answered for each: a row a class, a column an answer.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Classes">The classes.</param>
/// <param name="Counts">How many rows of a class (first index) got an answer (second index).</param>
internal sealed record ConfusionMatrix(string Name, IReadOnlyList<string> Classes, int[][] Counts)
{
    /// <summary>A matrix for each target column that has classes.</summary>
    public static IEnumerable<ConfusionMatrix> Of(Answers answers)
    {
        IReadOnlyList<TargetColumn> columns = answers.Data.Meaning?.Columns ?? [];
        int start = 0;
        foreach (TargetColumn column in columns)
        {
            if (column is ClassTarget target)
            {
                yield return Count(answers, target, start);
            }

            start += column.OutputCount;
        }
    }

    /// <summary>The matrix as a table with the classes beside and above it.</summary>
    public string ToText(Language language)
    {
        string corner = Excerpt.Of(Name) + language.Say(" \\ answer", " \\ 回答");
        return TextTable.Format(
        [
            [corner, .. Classes.Select(name => Excerpt.Of(name)), ""],
            .. Classes.Select((name, i) => (string[])[Excerpt.Of(name), .. Counts[i].Select(count => count.ToString(CultureInfo.InvariantCulture)), ""]),
        ]);
    }

    private static ConfusionMatrix Count(Answers answers, ClassTarget target, int start)
    {
        int[][] counts = [.. target.Classes.Select(_ => new int[target.Classes.Count])];
        for (int row = 0; row < answers.Outputs.RowCount; row++)
        {
            double[] y = answers.Outputs.Row(row).AsArray()[start..(start + target.OutputCount)];
            double[] t = answers.Targets.Row(row).AsArray()[start..(start + target.OutputCount)];
            if (target.Position(t) is int given && target.Position(y) is int answered)
            {
                counts[given][answered]++;
            }
        }

        return new(target.Name, target.Classes, counts);
    }
}
