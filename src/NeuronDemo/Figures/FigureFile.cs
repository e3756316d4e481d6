using System.Text;
using NeuronDemo.Text;
using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>Turns a plot into the bytes of a picture file.</summary>
internal static class FigureFile
{
    // The size at which the figures are designed; text and lines grow with larger ones.
    private const double DesignWidth = 800;
    private const double DesignHeight = 600;
    private const double LeastScale = 0.7;

    /// <summary>The format that a file's ending stands for.</summary>
    /// <exception cref="UnusableInputException">The ending is not one of a supported format.</exception>
    public static ImageFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => ImageFormat.Png,
        ".SVG" => ImageFormat.Svg,
        ".JPG" or ".JPEG" => ImageFormat.Jpeg,
        ".WEBP" => ImageFormat.Webp,
        _ => throw new UnusableInputException(new(
            $"'{path}' has to end in .png, .svg, .jpg, .jpeg or .webp.",
            $"“{path}”的扩展名必须是 .png、.svg、.jpg、.jpeg 或 .webp。")),
    };

    /// <summary>Draws the plot at a size in pixels.</summary>
    public static byte[] Render(Plot plot, ImageFormat format, int width, int height)
    {
        plot.ScaleFactor = Math.Max(LeastScale, Math.Min(width / DesignWidth, height / DesignHeight));
        return format == ImageFormat.Svg
            ? Encoding.UTF8.GetBytes(WithFont(plot.GetSvgXml(width, height)))
            : plot.GetImageBytes(width, height, format);
    }

    private static string WithFont(string svg) =>
        svg.Insert(svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1, $"<style>{FigureFont.FontFace}</style>");
}
