using ScottPlot;
using ScottPlot.TickGenerators;

namespace NeuronDemo.Figures;

/// <summary>The ticks of the figures' axes, labelled the same in every culture.</summary>
internal static class FigureTicks
{
    // In letters: what a small picture has room for side by side, and what stays free between two labels.
    private const int LettersAcross = 60;
    private const int Apart = 2;

    /// <summary>Ticks of a linear axis.</summary>
    /// <param name="most">About how many labels there should be.</param>
    public static ITickGenerator Linear(int most) =>
        new NumericAutomatic { LabelFormatter = number => Symbols.Number(number, 6), TargetTickCount = most };

    /// <summary>Ticks of a linear axis from left to right, where long labels need more room.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="most">About how many labels there should be at most.</param>
    public static ITickGenerator Across(double from, double to, int most)
    {
        double step = RoundNumber.AtMost((to - from) / most).Value;
        int longest = ((double[])[from, to]).Max(end => Symbols.Number(Math.Round(end / step) * step, 6).Length);
        return Linear(Math.Min(most, LettersAcross / (longest + Apart)));
    }

    /// <summary>
    /// Ticks of a logarithmic axis: 1, 10, 100, with 2 and 5 between where they have room.
    /// </summary>
    /// <param name="least">The least value, more than 0.</param>
    /// <param name="greatest">The greatest value.</param>
    /// <param name="most">How many labels have room.</param>
    /// <param name="position">Where on the axis a value stands.</param>
    public static Tick[] Logarithmic(double least, double greatest, int most, Func<double, double> position)
    {
        int first = (int)Math.Floor(Math.Log10(least));
        int last = (int)Math.Ceiling(Math.Log10(greatest));
        int every = 1 + (last - first) / most;
        bool fine = Enumerable.Range(first, last - first + 1).Sum(exponent => ((double[])[1, 2, 5]).Count(digit => IsWithin(digit * Math.Pow(10, exponent)))) <= most;
        return [.. Enumerable.Range(first, last - first + 1).SelectMany(Decade)];

        bool IsWithin(double value) => value >= least * (1 - 1e-9) && value <= greatest * (1 + 1e-9);

        IEnumerable<Tick> Decade(int exponent)
        {
            for (int digit = 1; digit < 10; digit++)
            {
                double value = digit * Math.Pow(10, exponent);
                bool labelled = digit == 1 ? exponent % every == 0 : digit is 2 or 5 && fine;
                if (!IsWithin(value) || (digit > 1 && every > 1))
                {
                    continue;
                }

                yield return labelled
                    ? Tick.Major(position(value), Symbols.Power(digit, exponent))
                    : Tick.Minor(position(value));
            }
        }
    }
}
