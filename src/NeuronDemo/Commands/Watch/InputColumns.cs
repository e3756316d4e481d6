using System.Globalization;
using NeuronDemo.Messages;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>The inputs of the rows on the screen, as many as there is room for.</summary>
internal sealed class InputColumns
{
    private readonly string[][] _columns;
    private readonly int[] _widths;
    private readonly int _shown;
    private readonly string _heading;

    /// <summary>Chooses how many to show.</summary>
    /// <param name="columns">What stands in each column of the rows on the screen.</param>
    /// <param name="language">The language of the heading.</param>
    /// <param name="room">How many cells they should take at most; one input is shown in any case.</param>
    public InputColumns(string[][] columns, Language language, int room)
    {
        _columns = columns;
        _widths = [.. _columns.Select(column => column.Max(text => text.GetCellWidth()))];
        int all = _widths.Sum() + _widths.Length - 1;
        int used = all;
        _shown = _columns.Length;
        if (all > room)
        {
            // "…" stands after those that are shown.
            used = _widths[0] + 2;
            for (_shown = 1; _shown < _columns.Length && used + 1 + _widths[_shown] <= room; _shown++)
            {
                used += 1 + _widths[_shown];
            }
        }

        _heading = new Message("inputs", "输入").In(language)
            + (_shown == _columns.Length ? "" : string.Create(CultureInfo.InvariantCulture, $" {_shown}/{_columns.Length}"));
        Width = Math.Max(used, _heading.GetCellWidth());
    }

    /// <summary>How many cells they take.</summary>
    public int Width { get; }

    /// <summary>Adds the heading.</summary>
    public void AddHeading(ScreenLine line) => line.Add(_heading, WatchStyle.Quiet);

    /// <summary>Adds the inputs of one row.</summary>
    public void AddRow(ScreenLine line, int row)
    {
        for (int j = 0; j < _shown; j++)
        {
            line.AddRight(_columns[j][row], _widths[j] + (j == 0 ? 0 : 1));
        }

        line.Add(_shown == _columns.Length ? "" : " …", WatchStyle.Quiet);
    }
}
