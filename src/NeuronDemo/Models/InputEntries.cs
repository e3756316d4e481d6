using System.Globalization;
using NeuronDemo.Lessons;

namespace NeuronDemo.Models;

/// <summary>
/// The metadata that says which columns the inputs come from. The third input's name is called <c>input.3</c>; if it stands
/// for a text in a column, <c>input.3.column</c> and <c>input.3.text</c> name both.
/// </summary>
internal static class InputEntries
{
    public const string Prefix = "input.";

    public static IEnumerable<KeyValuePair<string, string>> Write(IEnumerable<InputColumn> columns)
    {
        int n = 0;
        foreach (InputColumn column in columns)
        {
            IReadOnlyList<string> names = column.InputNames;
            for (int i = 0; i < names.Count; i++)
            {
                string key = Key(++n);
                yield return new(key, names[i]);
                if (column.Texts is not null)
                {
                    yield return new(key + ".column", column.Name);
                    yield return new(key + ".text", column.Texts[i]);
                }
            }
        }
    }

    /// <summary>The columns, if the entries describe so many inputs. Whether other entries contradict them is not looked at.</summary>
    public static IReadOnlyList<InputColumn>? Read(Dictionary<string, string> entries, int count)
    {
        List<InputColumn> columns = [];
        List<string>? texts = null;
        for (int n = 1; n <= count; n++)
        {
            string key = Key(n);
            if (!entries.TryGetValue(key, out string? name))
            {
                return null;
            }

            if (!entries.TryGetValue(key + ".column", out string? column) || !entries.TryGetValue(key + ".text", out string? text))
            {
                columns.Add(new(name));
                texts = null;
            }
            else if (texts is not null && columns[^1].Name == column)
            {
                texts.Add(text);
            }
            else
            {
                texts = [text];
                columns.Add(new(column) { Texts = texts });
            }
        }

        return columns.TrueForAll(column => column.Texts is null || column.Texts.Distinct().Count() == column.Texts.Count) ? columns : null;
    }

    private static string Key(int n) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{n}");
}
