using System.Globalization;

namespace NeuronDemo.Text;

/// <summary>
/// The format that all numbers of an array share when NumPy prints it: one notation and one width, with the decimal
/// points below each other.
/// </summary>
/// <remarks>
/// A number shows the fewest decimals that identify it. Where these are more than eight, its exact value is rounded to
/// eight, half to even. .NET does both: "R" gives the shortest text that reads back, "F" and "e" round the exact value.
/// </remarks>
internal sealed class NumpyNumberFormat
{
    private readonly bool _scientific;
    private readonly int _decimals;
    private readonly int _exponentDigits;
    private readonly int _width;

    /// <summary>Chooses the format for <paramref name="numbers"/>.</summary>
    public NumpyNumberFormat(double[] numbers)
    {
        _scientific = NeedsScientific(numbers);
        foreach (double number in numbers)
        {
            _decimals = Math.Max(_decimals, _scientific ? ScientificDecimals(number) : PositionalDecimals(number));
        }

        _exponentDigits = _scientific && Array.Exists(numbers, HasLongExponent) ? 3 : 2;
        foreach (double number in numbers)
        {
            _width = Math.Max(_width, Text(number).Length);
        }
    }

    /// <summary>Writes one of the numbers that the format was chosen for.</summary>
    public string Text(double number)
    {
        string text = number switch
        {
            double.NaN => "nan",
            double.PositiveInfinity => "inf",
            double.NegativeInfinity => "-inf",
            _ => _scientific ? Scientific(number) : Positional(number),
        };

        return text.PadLeft(_width);
    }

    private static bool NeedsScientific(double[] numbers)
    {
        double smallest = double.PositiveInfinity;
        double largest = 0;
        foreach (double number in numbers)
        {
            if (double.IsFinite(number) && number != 0)
            {
                smallest = Math.Min(smallest, Math.Abs(number));
                largest = Math.Max(largest, Math.Abs(number));
            }
        }

        return largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000;
    }

    // In this notation spaces follow digits that end early: "0.5  " above "0.125".
    private string Positional(double number)
    {
        string text = PositionalDigits(number);
        return text.PadRight(text.Length + _decimals - DecimalsIn(text));
    }

    private static int PositionalDecimals(double number) => DecimalsIn(PositionalDigits(number));

    private static string PositionalDigits(double number)
    {
        string text = Invariant(number, "R");
        if (DecimalsIn(text) > 8)
        {
            text = Invariant(number, "F8").TrimEnd('0');
        }

        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".";
    }

    // In this notation digits that end early go on, usually with zeros: "5.00e-01" above "1.25e+04".
    private string Scientific(double number)
    {
        string text = ScientificDigits(number);
        string point = _decimals == 0 ? "." : "";
        return text[..^5] + point + text[^5..^3] + text[^_exponentDigits..];
    }

    private static int ScientificDecimals(double number)
    {
        int rounded = DecimalsIn(Invariant(number, "e8"));

        // Subnormal numbers lie so far apart that fewer decimals identify one: 5e-324 is exactly 4.94065646...e-324.
        return double.IsSubnormal(number) ? Math.Min(rounded, DecimalsIn(Invariant(number, "r"))) : rounded;
    }

    // .NET always writes three digits of exponent, NumPy a third one only if a number of the array needs it.
    private bool HasLongExponent(double number) => double.IsFinite(number) && ScientificDigits(number)[^3] != '0';

    private string ScientificDigits(double number) => Invariant(number, $"e{_decimals}");

    private static int DecimalsIn(string text)
    {
        string mantissa = text.Split('e')[0];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : mantissa.TrimEnd('0').Length - point - 1;
    }

    private static string Invariant(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture);
}
