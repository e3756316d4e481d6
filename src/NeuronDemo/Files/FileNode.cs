using System.Runtime.InteropServices;

namespace NeuronDemo.Files;

/// <summary>What a name leads to through all links.</summary>
/// <param name="Identity">The same for all names of the same file.</param>
/// <param name="IsStream">Whether it is a pipe or a device, which content passes through.</param>
internal sealed partial record FileNode(string Identity, bool IsStream)
{
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>What standard input leads to, where that can be told.</summary>
    public static FileNode? StandardInput => OperatingSystem.IsWindows() ? null : At("/dev/fd/0");

    /// <summary>What standard output leads to, where that can be told.</summary>
    public static FileNode? StandardOutput => OperatingSystem.IsWindows() ? null : At("/dev/fd/1");

    /// <summary>What a name leads to, or null if there is nothing.</summary>
    public static FileNode? At(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Stat(path, out Status status) == 0
                ? new($"{status.Device}:{status.Number}", (status.Mode & KindMask) is not (RegularFile or Folder))
                : null;
        }

        // Hard links are not told apart there.
        FileInfo file = new(path);
        return file.Exists ? new((file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName.ToUpperInvariant(), IsStream: false) : null;
    }

    // .NET has no API of its own for this. Its native part, which comes with every program, hides how systems differ.
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, out Status status);

    [StructLayout(LayoutKind.Sequential)]
    private struct Status
    {
        public int Flags;
        public int Mode;
        public uint User;
        public uint Group;
        public long Size;
        public long AccessTime;
        public long AccessTimeNanoseconds;
        public long ModificationTime;
        public long ModificationTimeNanoseconds;
        public long ChangeTime;
        public long ChangeTimeNanoseconds;
        public long BirthTime;
        public long BirthTimeNanoseconds;
        public long Device;
        public long RawDevice;
        public long Number;
        public uint UserFlags;
    }
}
