using System.Globalization;

namespace NeuronDemo.Commands.Options;

/// <summary>A share as people write it: 20% or 0.2.</summary>
internal static class ShareText
{
    /// <summary>Reads a share.</summary>
    /// <returns>The share as a number, of any size; null if the text is none.</returns>
    public static double? TryParse(string text)
    {
        bool isPercent = text.EndsWith('%');
        return double.TryParse(isPercent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? isPercent ? number / 100 : number
            : null;
    }
}
