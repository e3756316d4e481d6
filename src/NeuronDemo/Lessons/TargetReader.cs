using System.Globalization;
using NeuronDemo.Data;
using NeuronDemo.Messages;
using NeuronDemo.Text;
using static System.FormattableString;

namespace NeuronDemo.Lessons;

/// <summary>Decides what a target column is, and turns it into numbers from 0 to 1.</summary>
internal static class TargetReader
{
    private const int MostClasses = 50;

    /// <summary>What a column is: classes, numbers to be scaled, or numbers as they are.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="column">The column.</param>
    /// <param name="rows">All rows in use: a class may stand in any of them.</param>
    /// <param name="learned">The rows learned from: a range is theirs.</param>
    /// <exception cref="UnusableInputException">All rows have the same value, and nothing can be learned.</exception>
    public static TargetColumn Describe(string file, string name, TableColumn column, int[] rows, int[] learned)
    {
        double[] values = [.. rows.Select(row => column.Values.Span[row])];
        if (column.Texts is { } texts)
        {
            return ClassesOf([.. values.Distinct().Order().Select(place => texts[(int)place])]);
        }

        if (values.All(value => value is >= 0 and <= 1))
        {
            return new NumberTarget(name);
        }

        double[] different = [.. values.Distinct().Take(MostClasses + 1).Order()];
        if (different.Length <= MostClasses && different.All(double.IsInteger))
        {
            return ClassesOf([.. different.Select(value => Invariant($"{value}"))]);
        }

        double least = learned.Min(row => column.Values.Span[row]);
        double greatest = learned.Max(row => column.Values.Span[row]);
        return NumberTarget.IsRange(least, greatest) ? new NumberTarget(name, least, greatest) : throw Same(Invariant($"{least}"));

        TargetColumn ClassesOf(string[] classes) => classes.Length > 1 ? new ClassTarget(name, classes) : throw Same(classes[0]);

        UnusableInputException Same(string value) => new(new(
            $"'{file}', target column '{Excerpt.Of(name)}': every row has {Excerpt.Of(value)}, so there is nothing to learn; name another column with --targets.",
            $"“{file}”的目标列“{Excerpt.Of(name)}”每一行都是 {Excerpt.Of(value)}，没有可学的东西；请用 --targets 指定另一列。"));
    }

    /// <summary>Turns a column into what the network is to learn.</summary>
    /// <param name="target">What the column is.</param>
    /// <param name="column">The column.</param>
    /// <param name="rows">Which of its rows.</param>
    /// <param name="targets">Receives the numbers (rows x outputs), column after column. All are 0 where the class is unknown.</param>
    public static void Encode(TargetColumn target, TableColumn column, int[] rows, Span<double> targets)
    {
        Func<double, int> placeOf = target is ClassTarget named ? Places(named.Classes, column.Texts) : _ => 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double value = column.Values.Span[rows[i]];
            int place = placeOf(value);
            for (int output = 0; output < target.OutputCount; output++)
            {
                targets[output * rows.Length + i] = target switch
                {
                    ClassTarget classes => classes.Encode(place, output),
                    NumberTarget { IsScaled: true } number => number.Encode(value),
                    _ => value,
                };
            }
        }
    }

    // A column's value stands for one of its texts, or is the number that a class is called by.
    private static Func<double, int> Places(IReadOnlyList<string> classes, IReadOnlyList<string>? texts)
    {
        Dictionary<string, int> byName = Enumerable.Range(0, classes.Count).ToDictionary(place => classes[place]);
        if (texts is null)
        {
            Dictionary<double, int> byNumber = byName.Where(entry => double.TryParse(entry.Key, CultureInfo.InvariantCulture, out _))
                .ToDictionary(entry => double.Parse(entry.Key, CultureInfo.InvariantCulture), entry => entry.Value);
            return value => byNumber.GetValueOrDefault(value, -1);
        }

        int[] places = [.. texts.Select(text => byName.GetValueOrDefault(text, -1))];
        return value => places[(int)value];
    }
}
