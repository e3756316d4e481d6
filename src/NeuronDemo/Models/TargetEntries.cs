using System.Globalization;
using NeuronDemo.Lessons;

namespace NeuronDemo.Models;

/// <summary>
/// The metadata that says what the outputs mean. The third output's name is called <c>target.3</c>. If it stands for a
/// class of a column, <c>target.3.column</c> and <c>target.3.class</c> name both, and <c>target.3.otherwise</c> is the other
/// class if there are two. If it is a scaled number, <c>target.3.least</c> and <c>target.3.greatest</c> are its range.
/// </summary>
internal static class TargetEntries
{
    public const string Prefix = "target.";

    public static IEnumerable<KeyValuePair<string, string>> Write(IEnumerable<TargetColumn> columns)
    {
        int n = 0;
        foreach (TargetColumn column in columns)
        {
            IReadOnlyList<string> names = column.OutputNames;
            for (int i = 0; i < names.Count; i++)
            {
                string key = Key(++n);
                yield return new(key, names[i]);
                switch (column)
                {
                    case ClassTarget target:
                        yield return new(key + ".column", target.Name);
                        yield return new(key + ".class", target.Classes[^(names.Count - i)]);
                        if (names.Count == 1)
                        {
                            yield return new(key + ".otherwise", target.Classes[0]);
                        }

                        break;
                    case NumberTarget { IsScaled: true } target:
                        yield return new(key + ".least", target.Least.ToString("R", CultureInfo.InvariantCulture));
                        yield return new(key + ".greatest", target.Greatest.ToString("R", CultureInfo.InvariantCulture));
                        break;
                }
            }
        }
    }

    /// <summary>The columns, if the entries describe so many outputs. Whether other entries contradict them is not looked at.</summary>
    public static IReadOnlyList<TargetColumn>? Read(Dictionary<string, string> entries, int count)
    {
        List<TargetColumn> columns = [];
        for (int n = 1; n <= count;)
        {
            string key = Key(n);
            TargetColumn? column = entries.TryGetValue(key + ".column", out string? name) ? Classes(name, n)
                : entries.TryGetValue(key, out name) ? Number(key, name)
                : null;
            if (column is null)
            {
                return null;
            }

            columns.Add(column);
            n += column.OutputCount;
        }

        return columns;

        ClassTarget? Classes(string name, int n)
        {
            string[] classes = entries.TryGetValue(Key(n) + ".otherwise", out string? other)
                ? [other, entries.GetValueOrDefault(Key(n) + ".class", other)]
                : [.. Enumerable.Range(n, count - n + 1)
                    .TakeWhile(next => entries.GetValueOrDefault(Key(next) + ".column") == name && entries.ContainsKey(Key(next) + ".class"))
                    .Select(next => entries[Key(next) + ".class"])];
            return ClassTarget.AreClasses(classes) ? new(name, classes) : null;
        }

        NumberTarget? Number(string key, string name) =>
            !entries.TryGetValue(key + ".least", out string? least) ? new(name)
            : TryParse(least, out double from) && TryParse(entries.GetValueOrDefault(key + ".greatest"), out double to) && NumberTarget.IsRange(from, to)
                ? new(name, from, to)
                : null;
    }

    private static bool TryParse(string? text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string Key(int n) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{n}");
}
