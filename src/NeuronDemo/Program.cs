using System.CommandLine;
using System.Text;
using NeuronDemo.Commands;
using NeuronDemo.Text;

namespace NeuronDemo;

/// <summary>The front door.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Run(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
    }

    /// <summary>Runs one command. Tests come in here too.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="environment">Looks an environment variable up.</param>
    /// <returns>The exit code: 0 done, 1 verification failed, 2 wrong usage or unusable input.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter error, Func<string, string?> environment)
    {
        Session session = new(LanguageChoice.Of(args, environment), output, error);
        try
        {
            ParseResult result = CommandTree.Build(session).Parse(args);
            if (result.Errors.Count > 0)
            {
                throw new UnusableInputException(WrongUse.Explain(result));
            }

            return result.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UnusableInputException exception)
        {
            error.WriteLine(session.Say(exception.Text));
            return 2;
        }
    }
}
