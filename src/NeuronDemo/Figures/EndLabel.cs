using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>A label for the end of a line.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Color">The line's colour.</param>
/// <param name="Y">Where the line ends.</param>
/// <param name="Pattern">The line's pattern, of which the label shows a piece; null for none.</param>
internal sealed record EndLabel(string Text, Color Color, double Y, LinePattern? Pattern = null);
