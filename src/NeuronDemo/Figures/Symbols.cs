using System.Globalization;
using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>Names and numbers as a formula writes them: w₁, 10⁻³, −0.207.</summary>
internal static class Symbols
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>How many iterations, in words for a title.</summary>
    public static string Iterations(int count) => count == 1 ? "1 iteration" : string.Create(CultureInfo.InvariantCulture, $"{count} iterations");

    /// <summary>A letter with a subscript, which counts from 1.</summary>
    public static string Indexed(string letter, int index) =>
        letter + string.Concat(index.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));

    /// <summary>A weight: w with its number as subscript.</summary>
    public static string Weight(WeightPosition weight) => Indexed("w", weight.Number);

    /// <summary>A number to some significant digits, with a true minus sign: −0.207, 4.28×10⁻⁵.</summary>
    public static string Number(double number, int digits)
    {
        string[] parts = number.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace('-', '−').Split('E');
        return parts is [string mantissa, string exponent]
            ? $"{mantissa}×10{Superscript(int.Parse(exponent.Replace('−', '-'), CultureInfo.InvariantCulture))}"
            : parts[0];
    }

    /// <summary>A digit times a power of ten: 0.002, 1, 50, 2×10⁻⁷.</summary>
    public static string Power(int digit, int exponent) => exponent switch
    {
        >= -3 and <= 4 => ((decimal)(digit * Math.Pow(10, exponent))).ToString("0.###", CultureInfo.InvariantCulture),
        _ when digit == 1 => "10" + Superscript(exponent),
        _ => $"{digit}×10{Superscript(exponent)}",
    };

    private static string Superscript(int exponent) =>
        (exponent < 0 ? "⁻" : "") + string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
}
