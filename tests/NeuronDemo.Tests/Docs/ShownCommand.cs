using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuronDemo.Tests.Docs;

/// <summary>A command in a document.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Line">What the reader types.</param>
/// <param name="Output">What stands below it, where a line "..." is for any lines; null where the document shows no output.</param>
internal sealed partial record ShownCommand(string Place, string Line, string? Output)
{
    // So much may a number differ that rests on steps which found their size on the way.
    private const double Near = 0.1;

    private const string Number = "number";
    private const string Fraction = @" *-?\d+\.\d+(?:E[-+]?\d+)?";

    /// <summary>Whether the steps found their size on the way: they make more of what one processor rounds otherwise than another.</summary>
    public bool FindsItsSteps => Line.Contains(" --data ", StringComparison.Ordinal) && !Line.Contains("--step-size", StringComparison.Ordinal);

    /// <summary>
    /// Whether what was printed is what is shown, but for empty lines at the end and for what another processor may round
    /// otherwise: the digits of a number after the tenth, or a tenth of a number that is not whole if the steps found their size.
    /// </summary>
    public bool Shows(string printed)
    {
        IEnumerable<string> lines = Rounded(Output!).TrimEnd('\n').Split('\n').Select(line => line == "..." ? "(?:.*\n)*" : Pattern(line) + "\n");
        Match match = Regex.Match(Rounded(printed).TrimEnd('\n') + "\n", @"\A" + string.Concat(lines) + @"\z");
        return match.Success && Numbers(FractionPattern().Matches(Output!)).Zip(Numbers(match.Groups[Number].Captures), AreNear).All(near => near);
    }

    private string Pattern(string line) => FindsItsSteps
        ? string.Join($"(?<{Number}>{Fraction})", FractionPattern().Split(line).Select(Regex.Escape))
        : Regex.Escape(line);

    private static IEnumerable<double> Numbers(IEnumerable<Capture> captures) =>
        captures.Select(capture => double.Parse(capture.Value, CultureInfo.InvariantCulture));

    // What is as good as 0 or beyond all doubt may be so more or less.
    private static bool AreNear(double shown, double printed) =>
        Math.Abs(shown - printed) <= Near * Math.Max(Math.Abs(shown), Math.Abs(printed)) || Math.Max(Math.Abs(shown), Math.Abs(printed)) < 1e-3;

    private static string Rounded(string text) => LongNumber().Replace(
        text, number => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture));

    [GeneratedRegex(Fraction)]
    private static partial Regex FractionPattern();

    [GeneratedRegex(@"\d+\.\d{12,}(E-?\d+)?")]
    private static partial Regex LongNumber();
}
