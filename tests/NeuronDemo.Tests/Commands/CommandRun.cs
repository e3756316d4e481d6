using System.Text;
using NeuronDemo.Commands;
using NeuronDemo.Text;

namespace NeuronDemo.Tests.Commands;

/// <summary>What a user sees of one run of the program.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] args) => Of(args, Language.English);

    public static CommandRun InChinese(params string[] args) => Of(args, Language.Chinese);

    public static CommandRun WithInput(string input, params string[] args) => Of(args, Language.English, input);

    public static CommandRun Interrupted(params string[] args) => Of(args, Language.English, interrupted: new(canceled: true));

    private static CommandRun Of(string[] args, Language language, string input = "", CancellationToken interrupted = default)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Session session = new(language, output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(input)), interrupted);
        int exitCode = Program.Run(args, session);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
