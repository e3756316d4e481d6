using System.Diagnostics;
using NeuronDemo.Tests.Commands;

namespace NeuronDemo.Tests;

/// <summary>The program in a process of its own, with a folder for its files and another for its temporary ones.</summary>
internal sealed class RealProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "NeuronDemo");

    private readonly TemporaryFolder _temporary = new();

    /// <summary>The folder in which the program runs.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>What was left in the folder for temporary files.</summary>
    public IEnumerable<string> Left => _temporary.Files;

    /// <summary>Runs lines of the shell, for which <c>neuron</c> is the program.</summary>
    public CommandRun Shell(string lines)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Has no such shell.");
        using Process process = Start("/bin/sh", ["-c", $"neuron() {{ \"{Executable}\" \"$@\"; }}\n{lines}"]);
        process.StandardInput.Close();
        return End(process);
    }

    /// <summary>Starts the program. Its standard input stays open, and silent.</summary>
    public Process Start(params string[] args) => Start(Executable, args);

    /// <summary>Starts the program and waits until it listens to signals.</summary>
    public Process StartListening(params string[] args)
    {
        RequireSignals();
        Process process = Start(args);
        WaitFor(() => process.HasExited || Listens(process.Id));
        return process;
    }

    /// <summary>
    /// Starts <c>watch</c> on a terminal of its own. A file <c>process</c> holds its number, a file <c>screen</c> all that
    /// it wrote.
    /// </summary>
    public Process StartWatch()
    {
        RequireSignals();
        return Start("/bin/sh", ["-c", $"exec script -q -e -c 'echo $$ > process; exec \"{Executable}\" watch' /dev/null > screen"]);
    }

    /// <summary>Whether a process has a handler for SIGHUP, which none but the program itself sets.</summary>
    public static bool Listens(int process) => (Signals(process, "SigCgt") & 1) != 0;

    public static void Send(string signal, int process)
    {
        using Process kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {process}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of a process, and kills one that does not come to it.</summary>
    public static CommandRun End(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(Patience);
        if (!ended)
        {
            process.Kill();
        }

        Assert.True(ended, "The program did not end.");
        return new(process.ExitCode, output.Result, error.Result);
    }

    public static void WaitFor(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "What was waited for did not come.");
            Thread.Sleep(10);
        }
    }

    public void Dispose()
    {
        _temporary.Dispose();
        Folder.Dispose();
    }

    private Process Start(string file, string[] args) => Process.Start(new ProcessStartInfo(file, args)
    {
        WorkingDirectory = Folder.Path(""),
        Environment = { ["TMPDIR"] = _temporary.Path(""), ["LC_ALL"] = "C", ["TERM"] = "xterm", ["DOTNET_EnableDiagnostics"] = "0" },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void RequireSignals()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells to which signals a process listens.");
        Assert.SkipWhen(IsIgnored(1) || IsIgnored(2), "These tests themselves run without hearing signals.");
    }

    private static bool IsIgnored(int signal) => (Signals(Environment.ProcessId, "SigIgn") & (1UL << (signal - 1))) != 0;

    private static ulong Signals(int process, string kind)
    {
        string status = File.ReadAllText($"/proc/{process}/status");
        string line = status.Split('\n').First(line => line.StartsWith(kind, StringComparison.Ordinal));
        return Convert.ToUInt64(line.Split('\t')[1], 16);
    }
}
