using System.Text.RegularExpressions;
using NeuronDemo.Commands;
using NeuronDemo.Commands.Options;

namespace NeuronDemo.Tests.Docs;

/// <summary>Runs the commands of one document, one after the other, in the current folder.</summary>
internal sealed partial class Shell(bool isChinese)
{
    private const int Failed = 1;

    private int _exitCode;

    /// <summary>What stands on the terminal after a command, or null if it is no command for this shell.</summary>
    public string? Run(string line)
    {
        if (line == "echo $?")
        {
            return $"{_exitCode}\n";
        }

        Match match = ProgramPattern().Match(line);
        if (!match.Success)
        {
            return null;
        }

        string[] args = match.Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using StringWriter screen = new() { NewLine = "\n" };
        Session session = new(
            LanguageChoice.Of(args, variable => variable == "LC_ALL" && isChinese ? "zh_CN.UTF-8" : null, systemIsChinese: false),
            screen, screen, () => Stream.Null, CancellationToken.None);
        _exitCode = Program.Run(args, session);
        return screen.ToString();
    }

    /// <summary>Whether the last command did its work: wrong use is no work, a failed verification is.</summary>
    public bool DidItsWork => _exitCode is 0 or Failed;

    [GeneratedRegex("^(neuron-demo|dotnet run( -c Release)? --) (?<arguments>.*)$")]
    private static partial Regex ProgramPattern();
}
