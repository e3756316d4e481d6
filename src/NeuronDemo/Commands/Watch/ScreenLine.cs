using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NeuronDemo.Commands.Watch;

/// <summary>A line of the screen, measured in cells: a Chinese character takes two.</summary>
internal sealed class ScreenLine
{
    private readonly List<Segment> _segments = [];

    /// <summary>How many cells the line takes.</summary>
    public int Width { get; private set; }

    /// <summary>Adds text at the end.</summary>
    public ScreenLine Add(string text, Style? style = null)
    {
        Segment segment = new(text, style ?? Style.Plain);
        _segments.Add(segment);
        Width += segment.CellCount();
        return this;
    }

    /// <summary>Adds text that ends at least <paramref name="width"/> cells further.</summary>
    public ScreenLine AddRight(string text, int width, Style? style = null) =>
        Add(new string(' ', Math.Max(0, width - text.GetCellWidth()))).Add(text, style);

    /// <summary>Adds spaces up to a column, counted from 0.</summary>
    public ScreenLine PadTo(int column) => Add(new string(' ', Math.Max(0, column - Width)));

    /// <summary>Adds what stands in another line.</summary>
    public ScreenLine Add(ScreenLine line)
    {
        _segments.AddRange(line._segments);
        Width += line.Width;
        return this;
    }

    /// <summary>The line, or as much of it as fits with an ellipsis behind.</summary>
    public ScreenLine Cut(int width)
    {
        if (Width <= width)
        {
            return this;
        }

        ScreenLine cut = new();
        foreach (Segment segment in _segments)
        {
            int room = width - 1 - cut.Width;
            if (segment.CellCount() > room)
            {
                return cut.Add(Start(segment.Text, room) + (width > 0 ? "…" : ""), segment.Style);
            }

            cut.Add(segment.Text, segment.Style);
        }

        return cut;
    }

    /// <summary>The line with just so many cells: cut off, or filled up with spaces.</summary>
    public IEnumerable<Segment> Fit(int width) => Cut(width).PadTo(width)._segments;

    private static string Start(string text, int width)
    {
        StringBuilder start = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            width -= rune.ToString().GetCellWidth();
            if (width < 0)
            {
                break;
            }

            start.Append(rune);
        }

        return start.ToString();
    }
}
