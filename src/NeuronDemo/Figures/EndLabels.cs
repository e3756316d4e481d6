using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>Labels to the right of a plot's lines, where they cover nothing.</summary>
internal static class EndLabels
{
    /// <summary>How many have room above one another in a small picture.</summary>
    public const int Most = 5;

    // How far they stay apart, as part of the plot's height: as far as they have to in a small picture.
    private const double Distance = 0.2;

    // Half the length of a piece of line before a label, as part of the plot's width.
    private const double Piece = 0.025;

    /// <summary>Adds labels at x, near the ends of their lines but apart from one another.</summary>
    public static void Add(Plot plot, double x, IReadOnlyList<EndLabel> labels)
    {
        AxisLimits limits = plot.Axes.GetLimits();
        double[] places = Apart([.. labels.Select(label => label.Y)], limits);
        for (int i = 0; i < labels.Count; i++)
        {
            double start = x;
            if (labels[i].Pattern is LinePattern pattern)
            {
                start += 2 * Piece * limits.HorizontalSpan;
                ScottPlot.Plottables.LinePlot piece = plot.Add.Line(x + Piece / 2 * limits.HorizontalSpan, places[i], start, places[i]);
                piece.LineWidth = 2.5f;
                piece.LineColor = labels[i].Color;
                piece.LinePattern = pattern;
            }

            ScottPlot.Plottables.Text label = plot.Add.Text(labels[i].Text, start, places[i]);
            label.LabelAlignment = Alignment.MiddleLeft;
            label.OffsetX = 6;
            label.LabelFontColor = labels[i].Color;
            label.LabelFontSize = 12;
            label.PutOn(Colors.White);
        }
    }

    /// <summary>Labels that stand below one another, instead of at the end of a line each.</summary>
    public static EndLabel[] List(Plot plot, string heading, IEnumerable<(string Text, Color Color, LinePattern Pattern)> entries)
    {
        (string Text, Color Color, LinePattern? Pattern)[] lines =
        [
            (heading, FigurePalette.Ink, null),
            .. entries.Select(entry => (entry.Text, entry.Color, (LinePattern?)entry.Pattern)),
        ];
        AxisLimits limits = plot.Axes.GetLimits();
        return
        [
            .. lines.Select((line, i) => new EndLabel(
                line.Text, line.Color, limits.VerticalCenter + limits.VerticalSpan * Distance * ((lines.Length - 1) / 2.0 - i), line.Pattern)),
        ];
    }

    /// <summary>Moves places that lie too near each other apart, inside the limits, keeping their order.</summary>
    private static double[] Apart(double[] wanted, AxisLimits limits)
    {
        double distance = limits.VerticalSpan * Distance;
        // Rounded, for places that differ only by how the processor rounds.
        int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(i => Math.Round(wanted[i] / limits.VerticalSpan, 6))];
        double[] places = [.. wanted];
        double free = limits.Bottom + distance / 2;
        foreach (int i in order)
        {
            places[i] = Math.Max(places[i], free);
            free = places[i] + distance;
        }

        free = limits.Top - distance / 2;
        foreach (int i in order.Reverse())
        {
            places[i] = Math.Min(places[i], free);
            free = places[i] - distance;
        }

        return places;
    }
}
