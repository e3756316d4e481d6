using NeuronDemo.Tests.Commands;

namespace NeuronDemo.Tests.Docs;

/// <summary>The lines that the README has for shells, in those that are installed.</summary>
public sealed class CompletionShownTests
{
    private const int NotFound = 127;

    // As if Tab had been pressed behind the beginning of a column's name.
    private const string Bash = """
        COMP_LINE='neuron-demo train --data rows.csv --targets a,sepal\ w'; COMP_POINT=${#COMP_LINE}
        _neuron_demo neuron-demo 'a,sepal\ w' --targets
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    private const string Zsh = """
        compadd() { print -l -- $found; }
        words=(neuron-demo train --data rows.csv --targets 'a,sepal\ w') CURRENT=6
        _neuron-demo
        """;

    private const string PowerShell = """
        $line = "neuron-demo train --data rows.csv --targets 'sepal w"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
        """;

    [Theory]
    [InlineData("bash", "bash", "", Bash, "a,sepal width")]
    [InlineData("zsh", "zsh -f", "compdef() { :; }\n", Zsh, "a,sepal width")]
    [InlineData("powershell", "pwsh -NoProfile -File", "", PowerShell, "'sepal width'")]
    public void Tab_completes_the_name_of_a_column(string shell, string command, string before, string after, string expected)
    {
        using RealProgram program = new();
        program.Folder.WriteText("rows.csv", "sepal length,sepal width,a\n1,2,3\n");
        program.Folder.WriteText("tab.ps1", before + new Document("README.md").Blocks().Single(block => block.Language == shell).Text + after);
        File.CreateSymbolicLink(program.Folder.Path("neuron-demo"), Path.Combine(AppContext.BaseDirectory, "NeuronDemo"));

        CommandRun run = program.Shell($"export PATH=\"$PWD:$PATH\"; {command} tab.ps1");

        Assert.SkipWhen(run.ExitCode == NotFound, $"{shell} is not installed.");
        Assert.Equal((0, expected + "\n"), (run.ExitCode, run.Output));
    }
}
