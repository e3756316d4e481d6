using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// The places on a path after 1, 10, 100, ... iterations, by their numbers: that they lie ever closer says how training
/// slows down.
/// </summary>
internal sealed class DescentMarks
{
    // Marks that lie closer to one another, or to an end of the path, than this part of the landscape are left out.
    private const double LeastDistance = 0.035;

    // How far the number stands from its mark, as part of the landscape and in pixels.
    private const double TextShare = 0.04;
    private const float TextDistance = 8;

    private readonly List<(Coordinates Place, Coordinates Text, string Label)> _marks = [];

    /// <summary>Finds the marks that have room.</summary>
    /// <param name="descent">The descent.</param>
    /// <param name="tip">Where the arrow of the first step ends.</param>
    public DescentMarks(Descent descent, Coordinates tip)
    {
        IReadOnlyList<Coordinates> path = descent.Path;
        double extent = descent.Landscape.X[^1] - descent.Landscape.X[0];
        (double x, double y) = Difference(path[0], tip);
        Coordinates[] arrow = [.. MathNet.Numerics.Generate.LinearSpaced(5, 0, 1).Select(t => new Coordinates(path[0].X + t * x, path[0].Y + t * y))];
        for (int i = 1; i < path.Count - 1; i++)
        {
            double power = Math.Log10(descent.Iterations[i]);
            if (power == Math.Floor(power)
                && _marks.Select(mark => mark.Place).Append(path[0]).Append(path[^1]).All(other => path[i].Distance(other) > LeastDistance * extent))
            {
                // On the side of the path that is further from the arrow of the first step.
                (double X, double Y) direction = Difference(path[i - 1], path[i + 1]);
                Coordinates[] sides = [Beside(path[i], direction, 1, extent), Beside(path[i], direction, -1, extent)];
                _marks.Add((path[i], sides.MaxBy(text => arrow.Min(text.Distance)), Symbols.Power(1, (int)power)));
            }
        }
    }

    /// <summary>Where the numbers stand, which nothing else should cover.</summary>
    public IEnumerable<Coordinates> Texts => _marks.Select(mark => mark.Text);

    /// <summary>Draws the marks.</summary>
    public void AddTo(Plot plot)
    {
        foreach ((Coordinates place, Coordinates beside, string label) in _marks)
        {
            MarkerStyle circle = plot.Add.Marker(place, MarkerShape.FilledCircle, 8, Colors.White).MarkerStyle;
            circle.OutlineColor = FigurePalette.Ink;
            circle.OutlineWidth = 1.5f;
            ScottPlot.Plottables.Text text = plot.Add.Text(label, place);
            text.LabelFontSize = 12;
            text.LabelFontColor = FigurePalette.Ink;
            text.PutOn(Colors.White.WithAlpha(0.75));
            (double x, double y) = (beside.X - place.X, beside.Y - place.Y);
            text.LabelAlignment = y != 0 ? Alignment.MiddleCenter : x > 0 ? Alignment.MiddleLeft : Alignment.MiddleRight;
            text.OffsetX = Math.Sign(x) * TextDistance;
            text.OffsetY -= Math.Sign(y) * 2 * TextDistance;
        }
    }

    private static (double X, double Y) Difference(Coordinates from, Coordinates to) => (to.X - from.X, to.Y - from.Y);

    // Above or below where the path leads sideways, else to the right or left.
    private static Coordinates Beside(Coordinates place, (double X, double Y) direction, double side, double extent)
    {
        (double x, double y) = (-side * direction.Y, side * direction.X);
        return Math.Abs(y) >= Math.Abs(x)
            ? new(place.X, place.Y + Math.Sign(y) * TextShare * extent)
            : new(place.X + Math.Sign(x) * TextShare * extent, place.Y);
    }
}
