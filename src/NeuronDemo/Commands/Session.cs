using NeuronDemo.Files;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary>What a command reaches of the world around it: its user's language, the standard streams, Ctrl+C.</summary>
/// <param name="Language">The language to speak.</param>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: everything else.</param>
/// <param name="OpenInput">Opens standard input.</param>
/// <param name="Interrupted">Is cancelled by Ctrl+C and the signals that ask the program to end.</param>
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

    /// <summary>What is told beside the results, once these are printed: an interrupted command or one that fails says only that.</summary>
    public IList<Message> Remarks { get; } = [];

    /// <summary>Begins a file, or standard output where its name is <c>-</c>.</summary>
    /// <exception cref="UnusableInputException">It can't be written there.</exception>
    public OutputFile Begin(string path)
    {
        OutputFile file = new(path, Interrupted);
        if (file.IsStandardOutput && OutputIsTerminal)
        {
            file.Dispose();
            throw new UnusableInputException(new(
                "What is to be written can't be shown on a terminal; redirect standard output, or name a file.",
                "要写入的内容不能显示在终端上；请重定向标准输出，或指定文件名。"));
        }

        return file;
    }

    /// <summary>Tells the user something beside the results, if there is something to tell.</summary>
    public void Tell(Message? remark)
    {
        if (remark is not null)
        {
            Remarks.Add(remark);
        }
    }

    /// <summary>Writes a file that was begun, and says which to somebody who watches.</summary>
    /// <exception cref="UnusableInputException">It can't be written.</exception>
    public void Write(OutputFile file, string path, ReadOnlyMemory<byte> content)
    {
        file.Write(content);
        if (ErrorIsTerminal && !file.IsStandardOutput)
        {
            string name = Excerpt.Name(path);
            Tell(new($"Written to '{name}'.", $"已写入“{name}”。"));
        }
    }

    /// <summary>The text in the user's language.</summary>
    public string Say(Message text) => text.In(Language);

    /// <summary>The text in the user's language.</summary>
    public string Say(string english, string chinese) => Language.Say(english, chinese);
}
