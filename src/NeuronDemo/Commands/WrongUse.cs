using System.CommandLine;
using System.CommandLine.Parsing;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands;

/// <summary>Says in a line or two what is wrong with the arguments, and what to type instead.</summary>
internal static class WrongUse
{
    private const int MostTypos = 3;

    public static Message Explain(ParseResult result) => Explain(result, result.UnmatchedTokens is [string word, ..]
        ? Unknown(result.CommandResult, word)
        : Explain(result.Errors[0]));

    /// <summary>For a word that the parser let pass, since the command takes words of any kind.</summary>
    public static Message ExplainUnknown(ParseResult result, string word) => Explain(result, Unknown(result.CommandResult, word));

    private static Message Explain(ParseResult result, Message problem)
    {
        string command = string.Join(' ', PathTo(result.CommandResult));
        return new(
            $"{problem.English}\n'{command} --help' shows what is possible.",
            $"{problem.Chinese}\n“{command} --help”列出全部用法。");
    }

    private static Message Unknown(CommandResult command, string word)
    {
        bool isOption = word.StartsWith('-');
        string? nearest = command.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name))
            .Concat(RecursiveOptions(command).Select(option => option.Name))
            .Concat(command.Command.Subcommands.Select(verb => verb.Name))
            .Where(name => Distance(word, name) <= Math.Min(MostTypos, word.Length / 2))
            .MinBy(name => Distance(word, name));
        return (isOption, nearest) switch
        {
            // The parser knows the word, so it was told not to look for it.
            _ when word == nearest => new(
                $"'{word}' stands after '--', where no options or commands are looked for; leave out the '--'.",
                $"“{word}”位于“--”之后，那里不识别选项和命令；请去掉“--”。"),
            (_, not null) => new($"'{word}' is not known; did you mean '{nearest}'?", $"无法识别“{word}”；是否想输入“{nearest}”？"),
            (true, null) => new($"There is no option '{word}'.", $"没有选项“{word}”。"),
            (false, null) when command.Command.Subcommands.Count > 0 => new($"There is no command '{word}'.", $"没有命令“{word}”。"),
            _ => new($"'{word}' belongs to no option.", $"多余的参数“{word}”。"),
        };
    }

    private static Message Explain(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => new($"{option.Option.Name} needs a value.", $"{option.Option.Name} 缺少值。"),
        OptionResult { Tokens.Count: > 1 } option => new($"{option.Option.Name} is given more than once.", $"{option.Option.Name} 只能给一次。"),
        _ => new(error.Message, error.Message),
    };

    private static IEnumerable<Option> RecursiveOptions(CommandResult command)
    {
        for (SymbolResult? parent = command.Parent; parent is CommandResult { Command: { } above }; parent = parent.Parent)
        {
            foreach (Option option in above.Options.Where(option => option.Recursive))
            {
                yield return option;
            }
        }
    }

    private static IEnumerable<string> PathTo(CommandResult command) =>
        command.Parent is CommandResult parent ? PathTo(parent).Append(command.Command.Name) : [((RootCommand)command.Command).HelpName ?? command.Command.Name];

    // Who stops typing early means the word that begins like that.
    private static int Distance(string word, string name) =>
        word.Length > MostTypos && name.StartsWith(word, StringComparison.Ordinal) ? 0 : EditDistance(word, name);

    // Levenshtein's distance: the fewest insertions, deletions and replacements that turn one word into the other.
    private static int EditDistance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
