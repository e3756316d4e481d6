using System.Runtime.InteropServices;

namespace NeuronDemo.Data;

/// <summary>Arrays of many numbers.</summary>
internal static partial class LargeArray
{
    private const int HugePages = 14;

    // Below this there is nothing to gain.
    private const int FewNumbers = 1 << 20;

    /// <summary>Takes memory for numbers, whatever stands in it.</summary>
    /// <remarks>
    /// Linux hands memory out when it is first touched, 4 KB at a time, which can take as long as to read the numbers that
    /// go there. It hands out 2 MB at a time where that is asked for; if it does not, nothing is lost.
    /// </remarks>
    public static double[] Allocate(int length)
    {
        double[] values = GC.AllocateUninitializedArray<double>(length);
        if (OperatingSystem.IsLinux() && length >= FewNumbers)
        {
            Advise(values);
        }

        return values;
    }

    // The advice stays with the addresses, and arrays as large as this are not moved.
    private static unsafe void Advise(double[] values)
    {
        fixed (double* first = values)
        {
            nuint page = (nuint)Environment.SystemPageSize;
            nuint begin = ((nuint)first + page - 1) / page * page;
            nuint end = (nuint)(first + values.Length) / page * page;
            _ = MemoryAdvice((nint)begin, end - begin, HugePages);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MemoryAdvice(nint address, nuint length, int advice);
}
