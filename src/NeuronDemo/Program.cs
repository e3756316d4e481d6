using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using NeuronDemo.Commands;
using NeuronDemo.Text;

namespace NeuronDemo;

/// <summary>The front door.</summary>
internal static class Program
{
    private const int UnusableInput = 2;
    private const int Interrupted = 130;

    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using CancellationTokenSource interrupt = new();
        using PosixSignalRegistration ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        using StreamWriter output = new(Console.OpenStandardOutput());
        Session session = new(
            LanguageChoice.Of(args, Environment.GetEnvironmentVariable),
            output,
            Console.Error,
            Console.OpenStandardInput,
            interrupt.Token);
        return Run(args, session);

        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupt.Cancel();
        }
    }

    /// <summary>Runs one command. Tests come in here too.</summary>
    /// <returns>The exit code: 0 done, 1 verification failed, 2 wrong usage or unusable input, 130 interrupted.</returns>
    internal static int Run(string[] args, Session session)
    {
        try
        {
            ParseResult result = CommandTree.Build(session).Parse(args);
            if (result.Errors.Count > 0)
            {
                throw new UnusableInputException(WrongUse.Explain(result));
            }

            int exitCode = result.Invoke(new() { Output = session.Output, Error = session.Error, EnableDefaultExceptionHandler = false });
            session.Output.Flush();
            return exitCode;
        }
        catch (UnusableInputException exception)
        {
            session.Error.WriteLine(session.Say(exception.Text));
            return UnusableInput;
        }
        catch (OperationCanceledException)
        {
            session.Error.WriteLine(session.Say("Interrupted.", "已中断。"));
            return Interrupted;
        }
    }
}
