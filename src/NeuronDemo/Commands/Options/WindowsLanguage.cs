using System.Runtime.InteropServices;

namespace NeuronDemo.Commands.Options;

/// <summary>What Windows, where nobody sets POSIX variables, says of its user's language.</summary>
/// <remarks>.NET would have to carry ICU to know.</remarks>
internal static partial class WindowsLanguage
{
    // A language identifier holds the country in its upper bits.
    private const int PrimaryLanguage = 0x3FF;
    private const int Chinese = 0x04;

    /// <summary>Whether this is Windows and its menus are Chinese.</summary>
    public static bool IsChinese => OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryLanguage) == Chinese;

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial ushort GetUserDefaultUILanguage();
}
