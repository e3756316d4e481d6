using System.Text;
using NeuronDemo.Messages;
using NeuronDemo.Text;
using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Figures;

/// <summary>Turns a figure, which is one plot or several below one another, into the bytes of a picture file.</summary>
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
            $"'{Excerpt.Name(path)}' has to end in .png, .svg, .jpg, .jpeg or .webp.",
            $"“{Excerpt.Name(path)}”的扩展名必须是 .png、.svg、.jpg、.jpeg 或 .webp。")),
    };

    /// <summary>Draws the plots, the data of each as high as that of the others, at a size in pixels.</summary>
    public static byte[] Render(IReadOnlyList<Plot> plots, ImageFormat format, int width, int height)
    {
        double scale = Math.Max(LeastScale, Math.Min(width / DesignWidth, height / DesignHeight));
        foreach (Plot plot in plots)
        {
            plot.ScaleFactor = scale;
            plot.RenderManager.ClearCanvasBeforeEachRender = false;
            plot.SetFonts();

            // These lines are not smoothed: one thinner than a pixel may lie between two rows of pixels, and is lost.
            float hairline = (float)Math.Max(1, 1 / scale);
            plot.Grid.MajorLineWidth = hairline;
            foreach (IAxis axis in plot.Axes.GetAxes())
            {
                axis.FrameLineStyle.Width = hairline;
                axis.MajorTickStyle.Width = hairline;
                axis.MinorTickStyle.Width = hairline;
            }
        }

        using SKSurface surface = SurfaceOf(width, height);
        Draw(plots, surface.Canvas, width, height);
        if (format == ImageFormat.Svg)
        {
            // A first drawing draws some plots twice, until their axes have settled; in this one each stands once.
            return Svg(canvas => Draw(plots, canvas, width, height), width, height);
        }

        using Image image = new(surface);
        return image.GetImageBytes(format);
    }

    private static SKSurface SurfaceOf(int width, int height)
    {
        SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
#pragma warning disable CA1508 // It is declared as never null, and is null where memory is short.
        return surface ?? throw new UnusableInputException(new(
#pragma warning restore CA1508
            $"There is not enough memory for a picture of {width} x {height} pixels; take a smaller --width and --height.",
            $"内存不足以绘制 {width} x {height} 像素的图片；请减小 --width 和 --height。"));
    }

    private static void Draw(IReadOnlyList<Plot> plots, SKCanvas canvas, int width, int height)
    {
        double[] paddings = [.. plots.Select(plot => PaddingOf(plot) * plot.ScaleFactor)];
        double data = (height - paddings.Sum()) / plots.Count;
        float top = 0;
        for (int i = 0; i < plots.Count; i++)
        {
            // A little more, for a sum that rounding has left just below a whole number.
            float bottom = (float)Math.Floor(paddings.Take(i + 1).Sum() + (i + 1) * data + 1e-6);

            // A plot leaves its scale on the canvas.
            canvas.Save();
            plots[i].Render(canvas, new PixelRect(0, width, bottom, top));
            canvas.Restore();
            top = bottom;
        }
    }

    // What the height of a plot is beyond that of its data, where that is fixed.
    private static float PaddingOf(Plot plot)
    {
        PixelRect any = new(0, 1000, 1000, 0);
        using Paint paint = Paint.NewDisposablePaint();
        return plot.Layout.LayoutEngine is ScottPlot.LayoutEngines.FixedPadding fixedPadding
            ? any.Height - fixedPadding.GetLayout(any, plot, paint).DataRect.Height
            : 0;
    }

    private static byte[] Svg(Action<SKCanvas> draw, int width, int height)
    {
        using MemoryStream stream = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            draw(canvas);
        }

        string svg = Encoding.UTF8.GetString(stream.ToArray());
        int inside = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        return Encoding.UTF8.GetBytes(svg.Insert(inside, $"<style>{FigureFont.FontFacesIn(svg)}</style>"));
    }
}
