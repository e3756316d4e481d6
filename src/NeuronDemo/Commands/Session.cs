using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary>What a command reaches of the world around it: its user's language, the standard streams, Ctrl+C.</summary>
/// <param name="Language">The language to speak.</param>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: everything else.</param>
internal sealed record Session(Language Language, TextWriter Output, TextWriter Error)
{
    /// <summary>Writes a text and ends the line.</summary>
    public void WriteLine(Message text) => Output.Write(Say(text) + "\n");

    /// <summary>The text in the user's language.</summary>
    public string Say(Message text) => text.In(Language);

    /// <summary>The text in the user's language.</summary>
    public string Say(string english, string chinese) => Say(new(english, chinese));
}
