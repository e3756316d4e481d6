using NeuronDemo.Figures;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;
using ScottPlot;

namespace NeuronDemo.Tests.Figures;

public sealed class ChinesePicturesTests
{
    public static TheoryData<string> Figures => [.. Drawings.Keys];

    private static readonly Dictionary<string, Func<Language, IReadOnlyList<Plot>>> Drawings = new()
    {
        ["sigmoid"] = language => [SigmoidFigure.Draw(-10, 0.1, 201, derivative: true, language)],
        ["neuron"] = language => [NeuronFigure.Draw(Sample.Trained(100), 100, new(), language)],
        ["starting network"] = language => [NeuronFigure.Draw(Sample.Start(32, 10), 0, new(), language)],
        ["deep network"] = language => [NeuronFigure.Draw(new NeuralNetwork(1u, [3, .. Enumerable.Repeat(2, 20), 1]), null, new(), language)],
        ["training"] = language => TrainingFigure.Draw(Sample.Trace(15000), language),
        ["before training"] = language => TrainingFigure.Draw(Sample.Trace(0), language),
        ["many weights"] = language => TrainingFigure.Draw(Sample.Trace(5, 32, 10), language),
        ["held-out rows"] = language => TrainingFigure.Draw(TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None), language),
        ["descent"] = language => [DescentFigure.Draw(Sample.Descent(15000, 1, 3), language)],
        ["descent of a network"] = language => [DescentFigure.Draw(Sample.Descent(100, 1, 16, 4), language)],
        ["level ground"] = language => [DescentFigure.Draw(LevelGround(), language)],
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void No_English_word_is_left(string figure)
    {
        string[] english = [.. Drawings[figure](Language.English).SelectMany(TextsOf)];
        string[] chinese = [.. Drawings[figure](Language.Chinese).SelectMany(TextsOf)];

        Assert.Equal(english.Length, chinese.Length);
        Assert.All(english.Zip(chinese), pair => Assert.True(!HasWord(pair.First) || pair.Second.Any(letter => letter is >= '\u4E00' and <= '\u9FFF'), pair.First));
        Assert.True(figure == "sigmoid" || english.Any(HasWord));
        Assert.All(chinese, text => Assert.False(HasWord(text), text));
        Assert.All(chinese, text => Assert.True(FigureFont.CanWrite(text.Replace("\n", "", StringComparison.Ordinal)), text));
    }

    private static Descent LevelGround()
    {
        Descent descent = Sample.Descent(15000, 1, 3);
        return descent with { Landscape = descent.Landscape with { Losses = descent.Landscape.Losses.Map(_ => 0.25) } };
    }

    // Letters of formulas stand alone, but for MSE.
    private static bool HasWord(string text) => System.Text.RegularExpressions.Regex.IsMatch(
        text.Replace("MSE", "", StringComparison.Ordinal), "[A-Za-z]{3,}");

    private static IEnumerable<string> TextsOf(Plot plot) =>
    [
        plot.Axes.Title.Label.Text,
        .. plot.Axes.GetAxes().Select(axis => axis.Label.Text),
        .. plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText),
        .. plot.Legend.GetItems().Select(item => item.LabelText),
    ];
}
