using System.Runtime.InteropServices;
using NeuronDemo.Messages;

namespace NeuronDemo.Files;

/// <summary>The standard streams, any of which may have been closed before the program began.</summary>
/// <remarks>
/// Where one is closed, .NET's first pipe or file takes its number: to read there would never end, and to write there
/// would write into something else.
/// </remarks>
internal static partial class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    private const int GetDescriptorFlags = 1;
    private const int ClosedOnExecution = 1;

    /// <summary>Opens standard input.</summary>
    /// <exception cref="UnusableInputException">It is closed.</exception>
    public static Stream OpenInput()
    {
        if (!IsOpen(Input))
        {
            throw new UnusableInputException(new("Standard input is closed: nothing can be read there.", "标准输入已关闭：无法从中读取。"));
        }

        return Console.OpenStandardInput();
    }

    /// <summary>Opens standard output.</summary>
    /// <exception cref="UnusableInputException">It is closed.</exception>
    public static Stream OpenOutput() => IsOpen(Output)
        ? Console.OpenStandardOutput()
        : throw new UnusableInputException(new("Standard output is closed: nothing can be written there.", "标准输出已关闭：无法写入。"));

    /// <summary>Standard error. What can't be told there can't be told anywhere, which is no reason to fail.</summary>
    public static TextWriter OpenError() =>
        !IsOpen(Error) ? TextWriter.Null
        : Console.IsErrorRedirected ? new SilentFailure(Console.Error)
        : Console.Error;

    // What was given to the program survived its start. What .NET itself opens never would.
    private static bool IsOpen(int descriptor) =>
        OperatingSystem.IsWindows() || (GetFlags(descriptor, GetDescriptorFlags) is >= 0 and var flags && (flags & ClosedOnExecution) == 0);

    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int GetFlags(int descriptor, int command);
}
