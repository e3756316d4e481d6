using System.Text;
using NeuronDemo.Figures;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Docs;
using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Tests.Figures;

public sealed class FigureFontTests
{
    private static readonly EmbeddedFont Latin = new("DejaVu Sans", "DejaVuSans-subset.ttf");
    private static readonly EmbeddedFont Chinese = new("NeuronDemo Sans SC", "NotoSansSC-subset.ttf");

    [Fact]
    public void The_Chinese_font_has_every_character_of_the_figures()
    {
        string sources = string.Concat(
            Directory.EnumerateFiles(Document.FullPath("src/NeuronDemo/Figures"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        char[] characters = [.. sources.Where(letter => letter is (>= '\u2E80' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF')).Distinct()];

        Assert.True(characters.Length > 50);
        Assert.DoesNotContain(characters, letter => !Chinese.CanWrite(letter.ToString()));
    }

    [Fact]
    public void The_Chinese_font_has_the_letters_and_symbols_of_formulas_as_large_as_the_other()
    {
        const string Letters = "wxyzABC 0123456789=+−×→≥<,;.:()/⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉○…′“”";

        Assert.True(Chinese.CanWrite(Letters));
        using SKFont latin = new(Latin.CreateTypeface(Latin.Name, bold: false, italic: false), size: 12);
        using SKFont chinese = new(Chinese.CreateTypeface(Chinese.Name, bold: false, italic: false), size: 12);
        Assert.Equal(latin.MeasureText(Letters), chinese.MeasureText(Letters), 0.01);
        Assert.Equal((latin.Metrics.Top, latin.Metrics.Bottom, latin.Spacing), (chinese.Metrics.Top, chinese.Metrics.Bottom, chinese.Spacing));
    }

    [Theory]
    [InlineData(Language.English, false)]
    [InlineData(Language.Chinese, true)]
    public void An_SVG_brings_the_Chinese_font_where_it_is_used(Language language, bool brings)
    {
        using Plot plot = NeuronFigure.Draw(Lessons.Sample.Start(), 0, new(), language);

        string svg = Encoding.UTF8.GetString(FigureFile.Render([plot], ImageFormat.Svg, 640, 480));

        Assert.Equal(brings, svg.Contains("@font-face{font-family:\"NeuronDemo Sans SC\"", StringComparison.Ordinal));
        Assert.Equal(brings, svg.Contains("训练前的神经元", StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_that_would_be_misspelt_are_not_written() => Assert.False(FigureFont.CanWrite("طول"));

    [Fact]
    public void Names_in_another_script_take_a_font_of_the_machine_and_stand_as_high()
    {
        const string Name = "體積";
        Assert.SkipUnless(FigureFont.CanWrite(Name), "The machine has no font with these letters.");
        using Plot plot = NeuronFigure.Draw(new NeuralNetwork(1u, 3, 2), 0, new() { Inputs = [Name], Outputs = [Name] });
        using Picture whole = new([plot], 800, 600);
        ScottPlot.Plottables.Text[] texts = [.. plot.GetPlottables<ScottPlot.Plottables.Text>().Where(text => text.LabelText == Name)];
        Assert.Equal(2, texts.Length);
        foreach (ScottPlot.Plottables.Text text in texts)
        {
            text.IsVisible = false;
        }

        using Picture without = new([plot], 800, 600);
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(text.LabelFontName, (string[])[Latin.Name, Chinese.Name]);
            Pixel middle = plot.GetPixel(text.Location);
            float x = middle.X + text.OffsetX;
            (float left, float right) = text.LabelAlignment == Alignment.MiddleRight ? (x - 40, x) : (x, x + 40);
            Assert.False(whole.Equals(without, new(left, right, middle.Y, middle.Y - 9)));
            Assert.False(whole.Equals(without, new(left, right, middle.Y + 9, middle.Y)));
            Assert.True(whole.Equals(without, new(left, right, middle.Y - 9, middle.Y - 30)));
            Assert.True(whole.Equals(without, new(left, right, middle.Y + 30, middle.Y + 9)));
        });
    }
}
