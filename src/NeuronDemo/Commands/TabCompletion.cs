using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NeuronDemo.Commands;

/// <summary>
/// <c>neuron-demo "[suggest:12]" "train --lang"</c>: what may stand at a place of a command line, a line each. A shell asks when
/// somebody presses Tab.
/// </summary>
/// <remarks>System.CommandLine's own suggests whatever contains the word, which no shell can put in its place, and fails on <c>--option=word</c> and within quotes.</remarks>
internal sealed class TabCompletion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        string line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        string? place = parseResult.Tokens[0].Value.Trim('[', ']').Split(':').ElementAtOrDefault(1);
        if (int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int position) && position < line.Length)
        {
            line = line[..position];
        }

        line = line.TrimStart();
        int start = StartOfLastWord(line);
        string before = line[..start];
        string word = line[start..].Replace("\"", "", StringComparison.Ordinal);
        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and int equals)
        {
            before += word[..equals] + " ";
            word = word[(equals + 1)..];
        }

        // System.CommandLine loses its place in a name with spaces; those before it in a list are enough to know.
        line = before + (word.Contains(' ', StringComparison.Ordinal) ? word[..(word.LastIndexOf(',') + 1)] : word);
        Command root = parseResult.RootCommandResult.Command;
        IEnumerable<string> suggestions = root.Parse(line, parseResult.Configuration).GetCompletions(line.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(text => text.StartsWith(word, StringComparison.Ordinal) && !IsShort(text));
        foreach (string suggestion in suggestions)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(suggestion);
        }

        return 0;
    }

    private static int StartOfLastWord(string line)
    {
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"';
            start = line[i] == ' ' && !isQuoted ? i + 1 : start;
        }

        return start;
    }

    // The other names of --help.
    private static bool IsShort(string text) => text is "-?" or "-h" or "/?" or "/h";
}
