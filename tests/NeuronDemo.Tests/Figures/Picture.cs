using NeuronDemo.Figures;
using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Tests.Figures;

/// <summary>A figure as pixels.</summary>
internal sealed class Picture : IDisposable
{
    private readonly SKBitmap _pixels;

    public Picture(IReadOnlyList<Plot> plots, int width, int height) =>
        _pixels = SKBitmap.Decode(FigureFile.Render(plots, ImageFormat.Png, width, height));

    public int Width => _pixels.Width;

    public int Height => _pixels.Height;

    /// <summary>Whether the pixel, or one around it, has a colour.</summary>
    public bool Shows(Color color, Pixel at) =>
        Count(color, (int)at.X - 1, (int)at.Y - 1, (int)at.X + 3, (int)at.Y + 3) > 0;

    /// <summary>How bright the darkest of a pixel and those above and below it is.</summary>
    public int Darkest(Pixel at) => Enumerable.Range((int)at.Y - 1, 3).Min(y => (int)_pixels.GetPixel((int)at.X, y).Green);

    /// <summary>How many pixels of a rectangle have a colour.</summary>
    public int Count(Color color, int left, int top, int right, int bottom) =>
        (from x in Enumerable.Range(left, right - left)
         from y in Enumerable.Range(top, bottom - top)
         where x >= 0 && x < Width && y >= 0 && y < Height
         select _pixels.GetPixel(x, y)).Count(pixel => IsNear(pixel, color));

    /// <summary>Whether another picture has the same pixels in a rectangle.</summary>
    public bool Equals(Picture other, PixelRect box) =>
        (from x in Enumerable.Range((int)box.Left, (int)Math.Ceiling(box.Width))
         from y in Enumerable.Range((int)box.Top, (int)Math.Ceiling(box.Height))
         select _pixels.GetPixel(x, y) == other._pixels.GetPixel(x, y)).All(same => same);

    public void Dispose() => _pixels.Dispose();

    private static bool IsNear(SKColor pixel, Color color) =>
        Math.Abs(pixel.Red - color.Red) + Math.Abs(pixel.Green - color.Green) + Math.Abs(pixel.Blue - color.Blue) < 60;
}
