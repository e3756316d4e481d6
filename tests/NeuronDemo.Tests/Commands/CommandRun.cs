using System.Text;
using NeuronDemo.Commands;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Commands;

/// <summary>What a user sees of one run of the program.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] args) => Of(args, Language.English);

    public static CommandRun InChinese(params string[] args) => Of(args, Language.Chinese);

    public static CommandRun WithInput(string input, params string[] args) => Of(args, Language.English, input);

    public static CommandRun Interrupted(params string[] args) => Of(args, Language.English, interrupted: new(canceled: true));

    public static CommandRun OnTerminal(bool input, bool output, bool dumb, params string[] args) =>
        Of(session => session with { InputIsTerminal = input, OutputIsTerminal = output, TerminalIsDumb = dumb }, args);

    private static CommandRun Of(string[] args, Language language, string input = "", CancellationToken interrupted = default) =>
        Of(
            session => session with
            {
                Language = language,
                OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
                Interrupted = interrupted,
            },
            args);

    public static CommandRun Of(Func<Session, Session> change, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = Program.Run(args, change(new(Language.English, output, error, () => Stream.Null, CancellationToken.None)));
        return new(exitCode, output.ToString(), error.ToString());
    }
}
