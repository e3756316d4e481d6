using System.Globalization;

namespace NeuronDemo.Commands.Watch;

/// <summary>Numbers in a few cells.</summary>
internal static class ScreenNumber
{
    // Beyond this, digits after the point say nothing.
    private const double Large = 100_000;

    /// <summary>A number with four decimals: 0.9933, -10.0874, 1.2e+07.</summary>
    public static string Precise(double number) => Text(number, "F4");

    /// <summary>A number with two decimals, or none where all are whole.</summary>
    public static string Short(double number, bool whole) => Text(number, whole ? "F0" : "F2");

    /// <summary>A loss, with four significant digits.</summary>
    public static string Loss(double loss) => double.IsNaN(loss) ? "nan" : loss.ToString("G4", CultureInfo.InvariantCulture);

    private static string Text(double number, string format) =>
        double.IsNaN(number) ? "nan"
        : double.IsInfinity(number) ? (number > 0 ? "inf" : "-inf")
        : number.ToString(Math.Abs(number) < Large ? format : "0.0e+00", CultureInfo.InvariantCulture);
}
