using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>Puts the value of a contour line on it where it has most room: away from what stands there already and from one another.</summary>
internal sealed class ContourLabels(AxisLimits limits, IEnumerable<Coordinates> taken)
{
    // As parts of the axes' length.
    private const double LeastDistance = 0.08;
    private const double Border = 0.07;
    private const double NearTie = 1e-6;

    private readonly List<Coordinates> _taken = [.. taken];

    /// <summary>Adds the label of a level, or none if there is no room.</summary>
    public void Add(Plot plot, string text, IEnumerable<ContourLine> lines)
    {
        Coordinates[] free =
            [.. lines.SelectMany(line => line.Path.Points).Where(point => IsInside(point) && DistanceToTaken(point) > LeastDistance)];
        if (free.Length == 0)
        {
            return;
        }

        // Places may have the same room but for rounding, which depends on the processor: then it is the one furthest left and down.
        double room = free.Max(DistanceToTaken) - NearTie;
        Coordinates place = free.Where(point => DistanceToTaken(point) > room)
            .MinBy(point => point.X / limits.HorizontalSpan + point.Y / limits.VerticalSpan);
        _taken.Add(place);
        ScottPlot.Plottables.Text label = plot.Add.Text(text, place);
        label.LabelAlignment = Alignment.MiddleCenter;
        label.LabelFontSize = 12;
        label.LabelFontColor = FigurePalette.Ink;
        label.PutOn(Colors.White.WithAlpha(0.75));
    }

    private bool IsInside(Coordinates point) =>
        Math.Abs(point.X - limits.HorizontalCenter) < limits.HorizontalSpan * (0.5 - Border)
        && Math.Abs(point.Y - limits.VerticalCenter) < limits.VerticalSpan * (0.5 - Border);

    private double DistanceToTaken(Coordinates point) => _taken.Min(taken => Math.Max(
        Math.Abs(point.X - taken.X) / limits.HorizontalSpan, Math.Abs(point.Y - taken.Y) / limits.VerticalSpan));
}
