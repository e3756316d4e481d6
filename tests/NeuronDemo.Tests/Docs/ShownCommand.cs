using System.Text.RegularExpressions;

namespace NeuronDemo.Tests.Docs;

/// <summary>A command in a document.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Line">What the reader types.</param>
/// <param name="Output">What stands below it, where a line "..." is for any lines; null where the document shows no output.</param>
internal sealed record ShownCommand(string Place, string Line, string? Output)
{
    /// <summary>Whether what was printed is what is shown, but for empty lines at the end.</summary>
    public bool Shows(string printed)
    {
        IEnumerable<string> lines = Output!.TrimEnd('\n').Split('\n')
            .Select(line => line == "..." ? "(.*\n)*" : Regex.Escape(line) + "\n");
        return Regex.IsMatch(printed.TrimEnd('\n') + "\n", @"\A" + string.Concat(lines) + @"\z");
    }
}
