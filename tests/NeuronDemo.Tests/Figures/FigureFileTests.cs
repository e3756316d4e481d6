using System.Text;
using System.Xml.Linq;
using NeuronDemo.Figures;
using NeuronDemo.Messages;
using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Tests.Figures;

public sealed class FigureFileTests
{
    [Theory]
    [InlineData("a.png", SKEncodedImageFormat.Png)]
    [InlineData("a.PNG", SKEncodedImageFormat.Png)]
    [InlineData("a.jpg", SKEncodedImageFormat.Jpeg)]
    [InlineData("a.jpeg", SKEncodedImageFormat.Jpeg)]
    [InlineData("a.webp", SKEncodedImageFormat.Webp)]
    public void The_ending_chooses_the_format(string path, SKEncodedImageFormat format)
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.1, 201, derivative: true);

        using SKData file = SKData.CreateCopy(FigureFile.Render([plot], FigureFile.FormatOf(path), 640, 480));
        using SKCodec picture = SKCodec.Create(file);

        Assert.Equal(format, picture.EncodedFormat);
        Assert.Equal((640, 480), (picture.Info.Width, picture.Info.Height));
    }

    [Fact]
    public void A_picture_that_does_not_fit_in_memory_is_refused_with_its_size()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.1, 201, derivative: true);

        UnusableInputException refusal = Assert.Throws<UnusableInputException>(() => FigureFile.Render([plot], ImageFormat.Png, 100_000, 100_000));

        Assert.StartsWith("There is not enough memory for a picture of 100000 x 100000 pixels", refusal.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_SVG_keeps_its_text_and_brings_the_font()
    {
        using Plot plot = SigmoidFigure.Draw(-10, 0.1, 201, derivative: true);

        XDocument svg = XDocument.Parse(Encoding.UTF8.GetString(FigureFile.Render([plot], FigureFile.FormatOf("a.svg"), 640, 480)));

        Assert.Equal("640", svg.Root!.Attribute("width")!.Value);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "text" && element.Value.Contains("S(0) = 1/2", StringComparison.Ordinal));
        Assert.Contains("font-family:\"DejaVu Sans\"", svg.Descendants().Single(element => element.Name.LocalName == "style").Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.gif")]
    [InlineData("a")]
    [InlineData("png")]
    public void Another_ending_is_refused(string path) =>
        Assert.Contains(path, Assert.Throws<UnusableInputException>(() => FigureFile.FormatOf(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_figure_gives_the_same_bytes()
    {
        byte[] Draw()
        {
            using Plot plot = SigmoidFigure.Draw(-10, 0.1, 201, derivative: true);
            return FigureFile.Render([plot], ImageFormat.Png, 640, 480);
        }

        Assert.Equal(Draw(), Draw());
    }
}
