using ScottPlot;
using ScottPlot.Panels;

namespace NeuronDemo.Figures;

/// <summary>A legend below a figure in as many rows as it needs in a small picture.</summary>
internal static class LegendRows
{
    // In pixels: what a row has room for, what an item takes beside its text, and how wide a letter is at most.
    private const float Width = 480;
    private const float WidthBesideScale = 400;
    private const float Symbol = 36;
    private const float FontSize = 13;
    private const float Letter = 0.62f;

    // The room that a mark has in height; what sticks out is cut off.
    private const float SymbolHeight = 22;

    /// <summary>Adds the rows.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="items">What they show.</param>
    /// <param name="hasScale">Whether a scale of colours stands on its right.</param>
    public static void ShowLegendRows(this Plot plot, IEnumerable<LegendItem> items, bool hasScale)
    {
        plot.HideLegend();
        plot.Legend.ManualItems.AddRange(items);
        List<Legend> rows = [];
        float free = 0;
        foreach (LegendItem item in plot.Legend.ManualItems)
        {
            item.LabelFontSize = FontSize;
            float width = Symbol + FontSize * item.LabelText.Sum(letter => letter < '\u2E80' ? Letter : 1);
            if (width > free)
            {
                rows.Add(new(plot)
                {
                    Orientation = Orientation.Horizontal,
                    TightHorizontalWrapping = true,
                    DisplayPlottableLegendItems = false,
                    OutlineWidth = 0,
                    ShadowColor = Colors.Transparent,
                    Padding = new(4, 0.5f),
                    SymbolHeight = SymbolHeight,
                });
                free = hasScale ? WidthBesideScale : Width;
            }

            free -= width;
            rows[^1].ManualItems.Add(item);
        }

        foreach (Legend row in rows)
        {
            plot.Axes.AddPanel(new LegendPanel(row) { Edge = Edge.Bottom, Padding = new(0, 0) });
        }
    }
}
