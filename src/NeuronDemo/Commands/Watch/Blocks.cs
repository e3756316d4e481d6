namespace NeuronDemo.Commands.Watch;

/// <summary>Bars of block characters, finer than the cells of a terminal.</summary>
internal static class Blocks
{
    private const string FromLeft = " ▏▎▍▌▋▊▉█";
    private const string FromBelow = " ▁▂▃▄▅▆▇█";
    private const int Eighths = 8;

    /// <summary>A bar that grows from left to right, to an eighth of a cell.</summary>
    /// <param name="fraction">How much of the cells it covers, 0 to 1; of NaN there is no bar.</param>
    /// <param name="cells">How long a whole bar is.</param>
    /// <returns>The bar, without the cells that it leaves empty.</returns>
    public static string Rightward(double fraction, int cells)
    {
        (int full, int rest) = Math.DivRem(Steps(fraction, cells * Eighths), Eighths);
        return new string(FromLeft[Eighths], full) + (rest == 0 ? "" : FromLeft[rest]);
    }

    /// <summary>A bar that grows from right to left, to half a cell: there are no finer blocks on that side.</summary>
    /// <inheritdoc cref="Rightward"/>
    public static string Leftward(double fraction, int cells)
    {
        (int full, int rest) = Math.DivRem(Steps(fraction, cells * 2), 2);
        return (rest == 0 ? "" : "▐") + new string(FromLeft[Eighths], full);
    }

    /// <summary>One cell of a column that grows upwards.</summary>
    /// <param name="eighths">The column's height in eighths of a cell.</param>
    /// <param name="cell">Which cell of the column, from 0 at the bottom.</param>
    /// <returns>The cell's character, a space above the column.</returns>
    public static char Upward(int eighths, int cell) => FromBelow[Math.Clamp(eighths - cell * Eighths, 0, Eighths)];

    // Math.Clamp and a cast would make a number of NaN.
    private static int Steps(double fraction, int most) =>
        double.IsNaN(fraction) ? 0 : (int)Math.Round(Math.Clamp(fraction, 0, 1) * most);
}
