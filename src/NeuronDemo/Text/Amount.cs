using System.Globalization;

namespace NeuronDemo.Text;

/// <summary>Numbers in a unit of the user's own, such as money.</summary>
internal static class Amount
{
    // Nobody reads more zeros than a trillion has.
    private const double Large = 1e12;

    /// <summary>A number to some significant digits, but with all digits before the point where they are more: 0.125, 204500.</summary>
    public static string Of(double number, int digits)
    {
        string text = number.ToString($"G{digits}", CultureInfo.InvariantCulture);
        return Math.Abs(number) < Large && text.Contains("E+", StringComparison.Ordinal) ? number.ToString("F0", CultureInfo.InvariantCulture) : text;
    }
}
