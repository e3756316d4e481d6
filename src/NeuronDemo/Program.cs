using System.CommandLine;
using System.Text;
using NeuronDemo.Commands;
using NeuronDemo.Commands.Options;
using NeuronDemo.Files;
using NeuronDemo.Messages;

namespace NeuronDemo;

/// <summary>The front door.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsConsole.Borrow();
        }

        // Results are held back until the command has done its work: one that fails prints none.
        using MemoryStream results = new();
        using StreamWriter output = new(results) { NewLine = "\n" };
        using TextWriter error = StandardStreams.OpenError();
        error.NewLine = "\n";
        Interruption interruption = new();
        Session session = new(
            LanguageChoice.Of(args, Environment.GetEnvironmentVariable, WindowsLanguage.IsChinese),
            output,
            error,
            InputFile.OpenStandardInput,
            interruption.Token)
        {
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            TerminalIsDumb = Environment.GetEnvironmentVariable("TERM") is "dumb" or "",
        };

        // What fails outside of the command, or on a thread that nobody waits for, ends here.
        AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
        {
            Ending ending = Ending.Of((Exception)failure.ExceptionObject).And(OutputFile.DiscardUnfinished());
            ending.Tell(session);
            Environment.Exit(ending.ExitCode);
        };
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        interruption.Listen();
        Task<Ending> command = Task.Factory.StartNew(
            () => Ending.Of(Work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Ending ending = (interruption.Wait(command) ? command.Result : Ending.Interrupted).And(OutputFile.DiscardUnfinished());
        if (ending.Text is not null)
        {
            // Nobody may be reading what is told.
            interruption.Insist(() => Environment.Exit(ending.ExitCode));
            ending.Tell(session);
        }

        if (!command.IsCompleted)
        {
            // Not by returning, which would dispose of what the command still uses.
            Environment.Exit(ending.ExitCode);
        }

        return ending.ExitCode;

        int Work()
        {
            int exitCode = Invoke(args, session);
            output.Flush();
            if (results.Length > 0)
            {
                using OutputFile file = new(OutputFile.StandardOutput, interruption.Token);
                file.Write(results.GetBuffer().AsMemory(0, (int)results.Length));
            }

            TellRemarks(session);
            return exitCode;
        }
    }

    /// <summary>Runs one command and tells how it ended. Tests come in here.</summary>
    /// <returns>
    /// The exit code: 0 done, 1 verification failed, 2 wrong usage or unusable input, 70 a mistake of the program's own,
    /// 130 interrupted.
    /// </returns>
    internal static int Run(string[] args, Session session)
    {
        Ending ending = Ending.Of(() =>
        {
            int exitCode = Invoke(args, session);
            TellRemarks(session);
            return exitCode;
        });
        ending.Tell(session);
        return ending.ExitCode;
    }

    private static void TellRemarks(Session session)
    {
        foreach (Message remark in session.Remarks)
        {
            session.Error.WriteLine(session.Say(remark));
        }
    }

    private static int Invoke(string[] args, Session session)
    {
        // A word that begins with @ is a name like any other.
        ParseResult result = CommandTree.Build(session).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return result.Errors.Count == 0
            ? result.Invoke(new() { Output = session.Output, Error = session.Error, EnableDefaultExceptionHandler = false })
            : throw new UnusableInputException(WrongUse.Explain(result));
    }
}
