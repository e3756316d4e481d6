using System.Diagnostics;

namespace NeuronDemo.Tests.Commands;

/// <summary>Only a process of its own can be given little memory.</summary>
public sealed class LittleMemoryTests
{
    [Fact]
    public void More_rows_than_memory_takes_are_refused()
    {
        using TemporaryFolder folder = new();
        string file = folder.WriteText("many.csv", string.Concat(Enumerable.Repeat("1,1\n", 2_000_000)));
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "NeuronDemo.exe" : "NeuronDemo"), ["train", "--data", file, "--language", "en"])
        {
            // 16 MB, in hexadecimal; the numbers alone take 32.
            Environment = { ["DOTNET_GCHeapHardLimit"] = "1000000" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using Process program = Process.Start(start)!;
        string error = program.StandardError.ReadToEnd();
        program.WaitForExit();

        Assert.Equal($"'{file}' has 2000000 rows of 2 numbers, more than fit in memory; take fewer rows.\n", error);
        Assert.Equal(2, program.ExitCode);
        Assert.Equal("", program.StandardOutput.ReadToEnd());
    }
}
