using System.Globalization;

namespace NeuronDemo.Text;

/// <summary>
/// Writes the numbers of one array as NumPy's array printing does: all in one notation and equally wide, with their
/// decimal points below each other.
/// </summary>
internal static class AlignedNumbers
{
    /// <summary>
    /// Writes each number with the fewest decimals that identify it, but at most eight, then rounding its exact value
    /// half to even.
    /// </summary>
    public static string[] Format(double[] numbers)
    {
        double[] finite = Array.FindAll(numbers, double.IsFinite);
        Func<double, string> notation = IsScientific(finite) ? Scientific(finite) : Positional(finite);

        string[] texts = Array.ConvertAll(numbers, number => number switch
        {
            double.NaN => "nan",
            double.PositiveInfinity => "inf",
            double.NegativeInfinity => "-inf",
            _ => notation(number),
        });

        int width = texts.Max(text => text.Length);
        return Array.ConvertAll(texts, text => text.PadLeft(width));
    }

    private static bool IsScientific(double[] finite)
    {
        double smallest = double.PositiveInfinity;
        double largest = 0;
        foreach (double number in finite)
        {
            if (number != 0)
            {
                smallest = Math.Min(smallest, Math.Abs(number));
                largest = Math.Max(largest, Math.Abs(number));
            }
        }

        return largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000;
    }

    /// <summary>Digits that end early are followed by spaces: "0.5  " above "0.125".</summary>
    private static Func<double, string> Positional(double[] finite)
    {
        int decimals = finite.Select(number => DecimalsIn(PositionalText(number))).DefaultIfEmpty().Max();

        return number =>
        {
            string text = PositionalText(number);
            return text.PadRight(text.IndexOf('.', StringComparison.Ordinal) + 1 + decimals);
        };
    }

    private static string PositionalText(double number)
    {
        string text = Invariant(number, "R");
        if (DecimalsIn(text) > 8)
        {
            text = Invariant(number, "F8").TrimEnd('0');
        }

        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".";
    }

    /// <summary>Digits that end early are continued: "5.00e-01" above "1.25e+05".</summary>
    private static Func<double, string> Scientific(double[] finite)
    {
        int decimals = finite.Max(ScientificDecimals);
        string format = $"e{decimals}";

        // .NET always writes three digits of exponent, NumPy the third only if an exponent of the array needs it.
        int exponentDigits = finite.Any(number => Invariant(number, format)[^3] != '0') ? 3 : 2;

        return number =>
        {
            string text = Invariant(number, format);
            string point = decimals == 0 ? "." : "";
            return text[..^5] + point + text[^5..^3] + text[^exponentDigits..];
        };
    }

    private static int ScientificDecimals(double number)
    {
        int decimals = DecimalsIn(Invariant(number, "e8"));

        // Subnormal numbers lie so far apart that fewer digits may do: 5e-324, though its exact value is 4.94065646e-324.
        return double.IsSubnormal(number) ? Math.Min(decimals, DecimalsIn(Invariant(number, "r"))) : decimals;
    }

    private static int DecimalsIn(string text)
    {
        string mantissa = text.Split('e')[0];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : mantissa.TrimEnd('0').Length - point - 1;
    }

    /// <summary>"R" gives the shortest digits that read back; "F" and "e" round the exact value half to even.</summary>
    private static string Invariant(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture);
}
