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

    // In pixels of a small picture: the landscape, half a digit and half a line, and what the arrow's middle needs beside it.
    private static readonly PixelSize Map = new(480, 240);
    private const double HalfDigit = 4;
    private const double HalfLine = 7;
    private const double ArrowRoom = 8;

    private readonly List<(Coordinates Place, (int X, int Y) Side, string Label)> _marks = [];
    private readonly double _extent;

    /// <summary>Finds the marks that have room.</summary>
    /// <param name="descent">The descent.</param>
    /// <param name="tip">Where the arrow of the first step ends.</param>
    public DescentMarks(Descent descent, Coordinates tip)
    {
        IReadOnlyList<Coordinates> path = descent.Path;
        _extent = descent.Landscape.X[^1] - descent.Landscape.X[0];
        Coordinates[] arrow =
            [.. MathNet.Numerics.Generate.LinearSpaced(20, 0, 1).Select(t => new Coordinates(path[0].X + t * (tip.X - path[0].X), path[0].Y + t * (tip.Y - path[0].Y)))];
        for (int i = 1; i < path.Count - 1; i++)
        {
            double power = Math.Log10(descent.Iterations[i]);
            if (power == Math.Floor(power)
                && _marks.Select(mark => mark.Place).Append(path[0]).Append(path[^1]).All(other => path[i].Distance(other) > LeastDistance * _extent))
            {
                string label = Symbols.Power(1, (int)power);
                bool leadsSideways = Math.Abs(path[i + 1].X - path[i - 1].X) >= Math.Abs(path[i + 1].Y - path[i - 1].Y);
                _marks.Add((path[i], SideOf(leadsSideways, side => arrow.Min(point => Room(path[i], side, label, point))), label));
            }
        }
    }

    /// <summary>Where the numbers stand, which nothing else should cover.</summary>
    public IEnumerable<Coordinates> Texts =>
        _marks.Select(mark => new Coordinates(mark.Place.X + TextShare * _extent * mark.Side.X, mark.Place.Y + TextShare * _extent * mark.Side.Y));

    /// <summary>Draws the marks.</summary>
    public void AddTo(Plot plot)
    {
        foreach ((Coordinates place, (int x, int y), string label) in _marks)
        {
            MarkerStyle circle = plot.Add.Marker(place, MarkerShape.FilledCircle, 8, Colors.White).MarkerStyle;
            circle.OutlineColor = FigurePalette.Ink;
            circle.OutlineWidth = 1.5f;
            ScottPlot.Plottables.Text text = plot.Add.Text(label, place);
            text.LabelFontSize = 12;
            text.LabelFontColor = FigurePalette.Ink;
            text.PutOn(Colors.White.WithAlpha(0.75));
            text.LabelAlignment = y != 0 ? Alignment.MiddleCenter : x > 0 ? Alignment.MiddleLeft : Alignment.MiddleRight;
            text.OffsetX = x * TextDistance;
            text.OffsetY -= y * 2 * TextDistance;
        }
    }

    // A side without the path, where that is free of the arrow of the first step; else the one furthest from the arrow.
    private static (int X, int Y) SideOf(bool leadsSideways, Func<(int X, int Y), double> room)
    {
        (int X, int Y)[] upright = [(0, 1), (0, -1)];
        (int X, int Y)[] across = [(1, 0), (-1, 0)];
        (int X, int Y) best = (leadsSideways ? upright : across).MaxBy(room);
        return room(best) > ArrowRoom ? best : upright.Concat(across).MaxBy(room);
    }

    // How far a number stays from a point; 0 if it covers it.
    private double Room(Coordinates place, (int X, int Y) side, string label, Coordinates point)
    {
        double half = HalfDigit * label.Length + LabelBackground.Beside;
        double x = (point.X - place.X) / _extent * Map.Width - side.X * (TextDistance + half);
        double y = (point.Y - place.Y) / _extent * Map.Height - side.Y * 2 * TextDistance;
        return new Coordinates(Math.Max(0, Math.Abs(x) - half), Math.Max(0, Math.Abs(y) - HalfLine)).Distance(Coordinates.Origin);
    }
}
