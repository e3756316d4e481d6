namespace NeuronDemo.Text;

/// <summary>A word as it is typed in a shell.</summary>
internal static class ShellWord
{
    private const string Plain = "_./,:=%+-";

    /// <summary>The word, in quotes where a shell would take it for something else. Bash, zsh and PowerShell read single quotes alike.</summary>
    public static string Of(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
