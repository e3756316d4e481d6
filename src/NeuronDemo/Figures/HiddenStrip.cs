using System.Diagnostics.CodeAnalysis;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using ScottPlot;
using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>A strip of small maps, of what hidden neurons answer each.</summary>
internal static class HiddenStrip
{
    private const float Height = 122;

    // By how much the title stands nearer to the maps than a title does.
    private const float NearerBy = 8;

    // With fewer maps these are not drawn wider.
    private const int LeastPlaces = 5;
    private const double Gap = 0.06;

    /// <summary>Draws the strip.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The panel keeps its plot, and a plot has nothing to dispose of but a background image.")]
    public static PlotPanel Draw(Decision decision, Language language)
    {
        Plot plot = FigureFont.NewPlot();
        int count = decision.Hidden.Count;
        double margin = Math.Max(0, LeastPlaces - count) / 2.0;
        plot.HideGrid();
        plot.Layout.Fixed(new PixelPadding(left: 1, right: 1, bottom: 20, top: 30));
        plot.Axes.SetLimits(-margin, count + margin, 0, 1);
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.IsVisible = false;
        }

        plot.Title(TitleOf(decision, language), 13);
        plot.Axes.Title.Label.OffsetY = NearerBy;
        plot.Axes.Left.SetTicks([], []);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 11;
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. decision.Hidden.Select((neuron, i) => Tick.Major(i + 0.5, LabelOf(decision, neuron.Layer, neuron.Neuron)))]);
        foreach ((int i, (_, _, DecisionMap map)) in decision.Hidden.Index())
        {
            CoordinateRect area = new(i + Gap, i + 1 - Gap, 0, 1);
            DecisionDrawing.Add(plot, area, map.Answers, lineWidth: 1.5f);

            // A map reaches half a cell beyond its outermost points.
            AddRectangle(plot, new(i, area.Left, 0, 1), Colors.White, Colors.Transparent);
            AddRectangle(plot, new(area.Right, i + 1, 0, 1), Colors.White, Colors.Transparent);
            AddRectangle(plot, area, Colors.Transparent, FigurePalette.Rule);
        }

        plot.SetFonts();
        return new(plot, Height) { Edge = Edge.Bottom };
    }

    private static void AddRectangle(Plot plot, CoordinateRect area, Color fill, Color line)
    {
        ScottPlot.Plottables.Rectangle rectangle = plot.Add.Rectangle(area);
        rectangle.FillColor = fill;
        rectangle.LineColor = line;
    }

    private static bool HasWeights(Decision decision) => decision.Outcome.Network is { Layers.Count: 2, OutputCount: 1 };

    private static string LabelOf(Decision decision, int layer, int neuron)
    {
        IReadOnlyList<Layer> layers = decision.Outcome.Network.Layers;
        return layers.Count > 2 ? Invariant($"{layer + 1}.{neuron + 1}")
            : HasWeights(decision) ? Invariant($"{neuron + 1}: ") + Symbols.Number(layers[1].Weights[neuron, 0], 3)
            : Invariant($"{neuron + 1}");
    }

    private static string TitleOf(Decision decision, Language language)
    {
        int all = decision.Outcome.Network.Layers.SkipLast(1).Sum(layer => layer.OutputCount);
        string title = decision.Hidden.Count < all
            ? language.Say(Invariant($"What {decision.Hidden.Count} of {all} hidden neurons answer"), Invariant($"{all} 个隐藏神经元中 {decision.Hidden.Count} 个的回答"))
            : language.Say("What the hidden neurons answer", "各隐藏神经元的回答");
        return title + (decision.Outcome.Network.Layers.Count > 2 ? language.Say(" (layer.neuron)", "（层.神经元）")
            : HasWeights(decision) ? language.Say(", with their weights", "及其权重")
            : "");
    }
}
