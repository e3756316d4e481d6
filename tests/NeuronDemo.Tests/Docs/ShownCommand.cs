using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuronDemo.Tests.Docs;

/// <summary>A command in a document.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Line">What the reader types.</param>
/// <param name="Output">What stands below it, where a line "..." is for any lines; null where the document shows no output.</param>
internal sealed partial record ShownCommand(string Place, string Line, string? Output)
{
    /// <summary>
    /// Whether what was printed is what is shown, but for empty lines at the end and for what another processor may round
    /// otherwise: the digits of a number after the tenth.
    /// </summary>
    public bool Shows(string printed)
    {
        IEnumerable<string> lines = Rounded(Output!).TrimEnd('\n').Split('\n')
            .Select(line => line == "..." ? "(.*\n)*" : Regex.Escape(line) + "\n");
        return Regex.IsMatch(Rounded(printed).TrimEnd('\n') + "\n", @"\A" + string.Concat(lines) + @"\z");
    }

    private static string Rounded(string text) => LongNumber().Replace(
        text, number => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+\.\d{12,}(E-?\d+)?")]
    private static partial Regex LongNumber();
}
