using ScottPlot;
using ScottPlot.Colormaps;

namespace NeuronDemo.Figures;

/// <summary>The colours of answers: of a single output from vermilion (0) over white (1/2) to blue (1), of several one for each.</summary>
/// <param name="outputs">How many outputs there are.</param>
internal sealed class DecisionPalette(int outputs) : IColormap
{
    private static readonly CustomInterpolated Sides = new([FigurePalette.Vermilion, Colors.White, FigurePalette.Blue]);

    public string Name => "Answers";

    /// <summary>The colour of a single output.</summary>
    public static Color Side(double output) => Sides.GetColor(output);

    /// <summary>The colour of one of the answers, where the network is sure of it.</summary>
    public Color OfKind(int kind) => outputs == 1 ? Sides.GetColor(kind) : FigurePalette.Line(kind);

    /// <summary>The place of outputs among the colours: of several, in the part of the largest, further in the further it leads.</summary>
    public double PlaceOf(double[] y)
    {
        if (outputs == 1)
        {
            return y[0];
        }

        double first = y.Max();
        int best = Array.IndexOf(y, first);
        double second = y.Where((_, output) => output != best).Max();
        return (best + 0.08 + 0.9 * (first - second)) / outputs;
    }

    public Color GetColor(double position)
    {
        if (outputs == 1)
        {
            return Sides.GetColor(position);
        }

        int best = Math.Min((int)(position * outputs), outputs - 1);
        return Colors.White.MixedWith(OfKind(best), position * outputs - best);
    }
}
