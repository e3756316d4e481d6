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

    /// <summary>The line with just so many cells: cut off with an ellipsis, or filled with spaces.</summary>
    public IEnumerable<Segment> Fit(int width)
    {
        if (Width <= width)
        {
            return [.. _segments, new Segment(new string(' ', width - Width))];
        }

        List<Segment> cut = width > 1 ? Segment.Truncate(_segments, width - 1) : [];
        return [.. cut, new Segment("…".PadRight(Math.Max(0, width - Segment.CellCount(cut))))];
    }
}
