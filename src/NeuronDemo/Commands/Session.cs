using NeuronDemo.Messages;

namespace NeuronDemo.Commands;

/// <summary>What a command reaches of the world around it: its user's language, the standard streams, Ctrl+C.</summary>
/// <param name="Language">The language to speak.</param>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: everything else.</param>
/// <param name="OpenInput">Opens standard input.</param>
/// <param name="Interrupted">Is cancelled by Ctrl+C and SIGTERM.</param>
internal sealed record Session(
    Language Language, TextWriter Output, TextWriter Error, Func<Stream> OpenInput, CancellationToken Interrupted)
{
    /// <summary>Whether somebody watches standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether somebody types into standard input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether somebody watches standard output.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether the terminal can only write line after line, and not move its cursor.</summary>
    public bool TerminalIsDumb { get; init; }

    /// <summary>The text in the user's language.</summary>
    public string Say(Message text) => text.In(Language);

    /// <summary>The text in the user's language.</summary>
    public string Say(string english, string chinese) => Language.Say(english, chinese);
}
