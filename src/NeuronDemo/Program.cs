using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using NeuronDemo.Commands;
using NeuronDemo.Commands.Options;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo;

/// <summary>The front door.</summary>
internal static class Program
{
    private const int UnusableInput = 2;
    private const int Interrupted = 130;

    private static int Main(string[] args)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsConsole.Borrow();
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.Out.NewLine = Console.Error.NewLine = "\n";
        using CancellationTokenSource interrupt = new();
        using PosixSignalRegistration ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        Session session = new(
            LanguageChoice.Of(args, Environment.GetEnvironmentVariable, WindowsLanguage.IsChinese),
            Console.Out,
            Console.Error,
            Console.OpenStandardInput,
            interrupt.Token)
        {
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            TerminalIsDumb = Environment.GetEnvironmentVariable("TERM") is "dumb" or "",
        };
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

            return result.Invoke(new() { Output = session.Output, Error = session.Error, EnableDefaultExceptionHandler = false });
        }
        catch (UnusableInputException exception)
        {
            session.Error.WriteLine(session.Say(exception.Text));
            return UnusableInput;
        }
        catch (TrainingCanceledException exception)
        {
            // On a terminal over the ^C that it echoes.
            session.Error.Write(session.ErrorIsTerminal ? "\r" : "");
            session.Error.WriteLine(session.Say(
                $"Interrupted after {exception.Iteration} iterations.", $"已中断，共完成 {exception.Iteration} 次迭代。"));
            return Interrupted;
        }
        catch (OutOfMemoryException)
        {
            session.Error.WriteLine(session.Say(
                "There is not enough memory for this; take fewer rows or neurons.", "内存不足；请减少行数或神经元。"));
            return UnusableInput;
        }
        catch (Exception exception) when (exception.GetBaseException() is DllNotFoundException)
        {
            session.Error.WriteLine(session.Say(
                $"Pictures need the libraries that come with the program, libSkiaSharp and libHarfBuzzSharp; keep them beside it in '{AppContext.BaseDirectory}'.",
                $"绘图需要随程序提供的 libSkiaSharp 和 libHarfBuzzSharp；请把它们与程序一起放在“{AppContext.BaseDirectory}”。"));
            return UnusableInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only standard output is left: what concerns a file the user named is an unusable input.
            session.Error.WriteLine(session.Say(
                $"Standard output can't be written: {exception.Message}", $"无法写入标准输出：{exception.Message}"));
            return UnusableInput;
        }
    }
}
