using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>What looks how. The two colours differ for colour-blind readers, and read well on black and on white.</summary>
internal static class WatchStyle
{
    /// <summary>An output on its target's side, a positive weight, the loss.</summary>
    public static Style Good { get; } = new(Color.DodgerBlue1);

    /// <summary>An output on the wrong side, a negative weight.</summary>
    public static Style Bad { get; } = new(Color.DarkOrange);

    /// <summary>Headings and what stands in the background.</summary>
    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    /// <summary>What changes, and keys.</summary>
    public static Style Strong { get; } = new(decoration: Decoration.Bold);
}
