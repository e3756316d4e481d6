using NeuronDemo.Figures;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>The loss from iteration 0 to now as a sparkline of some lines, on a logarithmic scale between powers of ten.</summary>
internal static class LossChart
{
    /// <summary>Draws it.</summary>
    /// <param name="losses">The loss so far.</param>
    /// <param name="width">How many cells it may take in all.</param>
    /// <param name="height">How many lines; a single one has no labels.</param>
    public static IEnumerable<ScreenLine> Draw(LossHistory losses, int width, int height)
    {
        if (height == 0)
        {
            yield break;
        }

        double[] logs = [.. Columns(losses, width).Select(Math.Log10)];
        (int bottom, int top) = Decades(logs);
        string[] labels = height == 1 ? [] : [Symbols.Power(1, top), Symbols.Power(1, bottom)];
        int margin = labels.Length == 0 ? 0 : labels.Max(label => label.GetCellWidth()) + 1;

        // Which columns there are depends on the labels' width, which depends on the range that the columns span.
        logs = [.. Columns(losses, width - margin).Select(Math.Log10)];
        int[] heights = [.. logs.Select(log => Eighths((log - bottom) / (top - bottom), height))];
        for (int cell = height - 1; cell >= 0; cell--)
        {
            ScreenLine line = new();
            if (margin > 0)
            {
                line.AddRight(cell == height - 1 ? labels[0] : cell == 0 ? labels[1] : "", margin - 1, WatchStyle.Quiet).Add(" ");
            }

            yield return line.Add(string.Concat(heights.Select(eighths => Blocks.Upward(eighths, cell))), WatchStyle.Good);
        }
    }

    // One column an iteration as long as there is room, then the iterations share the room evenly.
    private static IEnumerable<double> Columns(LossHistory losses, int width)
    {
        int columns = (int)Math.Clamp(losses.Iteration + 1L, 0, Math.Max(0, width));
        return Enumerable.Range(0, columns).Select(column =>
            losses.At(columns == 1 ? losses.Iteration : (int)((long)column * losses.Iteration / (columns - 1))));
    }

    private static (int Bottom, int Top) Decades(double[] logs)
    {
        double[] finite = [.. logs.Where(double.IsFinite)];
        int top = finite.Length == 0 ? 0 : (int)Math.Ceiling(finite.Max());
        int bottom = finite.Length == 0 ? -1 : (int)Math.Floor(finite.Min());
        return (Math.Min(bottom, top - 1), top);
    }

    // A loss is seen, be it as small as the scale's end.
    private static int Eighths(double fraction, int height) =>
        double.IsFinite(fraction) ? Math.Max(1, (int)Math.Round(fraction * height * 8)) : 0;
}
