using System.Text.RegularExpressions;

namespace NeuronDemo.Tests.Docs;

/// <summary>
/// A document of the project, as far as it can be held to its word. Commands stand in <c>console</c> blocks after "$ ",
/// with what they print below; or indented by four spaces, without it.
/// </summary>
internal sealed partial class Document
{
    private static readonly string Root = FindRoot();
    private static readonly string[] Patterns = ["README*.md", "docs/*.md", "examples/*.md", "benchmarks/*.md"];

    private readonly string[] _lines;

    public Document(string name)
    {
        Name = name;
        _lines = File.ReadAllLines(FullPath(name));
    }

    public string Name { get; }

    /// <summary>Whether it is for Chinese readers, who see the program speak Chinese.</summary>
    public bool IsChinese => Name.EndsWith(".zh.md", StringComparison.Ordinal);

    /// <summary>Where links and pictures lead, those outside the project left out.</summary>
    public IEnumerable<string> Links =>
        from line in _lines
        from link in LinkPattern().Matches(line)
        let target = link.Groups["target"].Value
        where !target.StartsWith("https://", StringComparison.Ordinal)
        select target;

    /// <summary>The headings, as links within the document name them.</summary>
    public IEnumerable<string> Headings =>
        _lines.Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Replace(' ', '-').ToLowerInvariant());

    /// <summary>The names of all documents, from the project's root.</summary>
    public static IEnumerable<string> Names =>
        from pattern in Patterns
        from file in Directory.EnumerateFiles(Root, pattern)
        let name = Path.GetRelativePath(Root, file).Replace('\\', '/')
        orderby name
        select name;

    public static string FullPath(string name) => Path.Combine(Root, name);

    /// <summary>The lines of C#: blocks, and what stands in a table's column "C#".</summary>
    public IEnumerable<string> CSharp => Blocks().Where(block => block.Language == "csharp").Select(block => block.Text)
        .Concat(_lines.SkipWhile(line => !line.EndsWith("| C# |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split("| ")[^1].Trim(' ', '|', '`')));

    /// <summary>The commands within sentences: what to try next.</summary>
    public IEnumerable<string> Tries =>
        from line in _lines
        from command in TryPattern().Matches(line)
        select command.Groups["command"].Value;

    /// <summary>The fenced blocks, each with its language, and a name where the reader is to save it as a file.</summary>
    public IEnumerable<(string Language, string Name, string Text)> Blocks()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                int end = Array.IndexOf(_lines, "```", i + 1);
                string[] words = _lines[i][3..].Split(' ');
                yield return (words[0], string.Concat(words.Skip(1)), string.Join('\n', _lines[(i + 1)..end]) + "\n");
                i = end;
            }
        }
    }

    /// <summary>The commands, from top to bottom.</summary>
    public IEnumerable<ShownCommand> Commands()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            if (_lines[i] == "```console")
            {
                int end = Array.IndexOf(_lines, "```", i + 1);
                foreach (ShownCommand command in CommandsBetween(i + 1, end))
                {
                    yield return command;
                }

                i = end;
            }
            else if (_lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                i = Array.IndexOf(_lines, "```", i + 1);
            }
            else if (_lines[i].StartsWith("    ", StringComparison.Ordinal))
            {
                yield return new($"{Name}, line {i + 1}", _lines[i].Trim(), null);
            }
        }
    }

    private IEnumerable<ShownCommand> CommandsBetween(int start, int end)
    {
        for (int i = start; i < end;)
        {
            Assert.True(_lines[i].StartsWith("$ ", StringComparison.Ordinal), $"{Name}, line {i + 1}: a console block begins with a command.");
            int next = Array.FindIndex(_lines, i + 1, end - i - 1, line => line.StartsWith("$ ", StringComparison.Ordinal));
            int after = next < 0 ? end : next;
            yield return new($"{Name}, line {i + 1}", _lines[i][2..], string.Join('\n', _lines[(i + 1)..after]));
            i = after;
        }
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NeuronDemo.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("`(neuron-demo )?(?<command>(train|verify|explain|predict|plot-[a-z]+) [^`]+)`")]
    private static partial Regex TryPattern();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
