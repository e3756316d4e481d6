using SkiaSharp;

namespace NeuronDemo.Tests.Docs;

/// <summary>Compares pictures as a person would.</summary>
internal static class Picture
{
    // Another processor may round the edge of a line to the next shade; a moved line or another digit differs by far more.
    private const int SameShade = 16;

    public static bool LookAlike(string one, string other)
    {
        using SKBitmap first = SKBitmap.Decode(one);
        using SKBitmap second = SKBitmap.Decode(other);
        return (first.Width, first.Height) == (second.Width, second.Height)
            && first.Pixels.Zip(second.Pixels).All(pair =>
                Math.Abs(pair.First.Red - pair.Second.Red) <= SameShade
                && Math.Abs(pair.First.Green - pair.Second.Green) <= SameShade
                && Math.Abs(pair.First.Blue - pair.Second.Blue) <= SameShade);
    }
}
