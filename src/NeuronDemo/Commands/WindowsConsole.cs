using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace NeuronDemo.Commands;

/// <summary>A Windows console has to be asked to take UTF-8 and escapes. It outlives the program, so it is given back as it was.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsConsole
{
    private const uint VirtualTerminal = 4;

    private static readonly int[] Screens = [-11, -12]; // Standard output and standard error.

    /// <summary>Asks for escapes, and gives the console back at the end.</summary>
    public static void Borrow()
    {
        Encoding encoding = Console.OutputEncoding;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.OutputEncoding = encoding;
        foreach (nint screen in Screens.Select(GetStdHandle))
        {
            if (GetConsoleMode(screen, out uint mode) && SetConsoleMode(screen, mode | VirtualTerminal))
            {
                AppDomain.CurrentDomain.ProcessExit += (_, _) => SetConsoleMode(screen, mode);
            }
        }
    }

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int number);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint screen, out uint mode);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint screen, uint mode);
}
