using ScottPlot;
using ScottPlot.Panels;

namespace NeuronDemo.Figures;

/// <summary>A legend below a figure in as many rows as it needs in a small picture.</summary>
internal static class LegendRows
{
    // In pixels: what a row has room for, and what an item takes beside its text.
    private const float Width = 470;
    private const float Symbol = 36;
    private const float FontSize = 13;

    /// <summary>Adds the rows.</summary>
    public static void ShowLegendRows(this Plot plot, IEnumerable<LegendItem> items)
    {
        using Paint paint = Paint.NewDisposablePaint();
        List<Legend> rows = [];
        float free = 0;
        foreach (LegendItem item in items)
        {
            item.LabelFontSize = FontSize;
            float width = Symbol + item.LabelStyle.Measure(item.LabelText, paint).Width;
            if (width > free)
            {
                rows.Add(new(plot)
                {
                    Orientation = Orientation.Horizontal,
                    TightHorizontalWrapping = true,
                    DisplayPlottableLegendItems = false,
                    OutlineWidth = 0,
                    ShadowColor = Colors.Transparent,
                    Padding = new(4, 4),
                });
                free = Width;
            }

            free -= width;
            rows[^1].ManualItems.Add(item);
        }

        plot.HideLegend();
        foreach (Legend row in rows)
        {
            plot.Axes.AddPanel(new LegendPanel(row) { Edge = Edge.Bottom, Padding = new(0, 0) });
        }
    }
}
