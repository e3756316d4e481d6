namespace NeuronDemo.Figures;

/// <summary>An input or a neuron in a diagram.</summary>
/// <param name="Index">Which one in its column, from 0.</param>
/// <param name="X">Where it stands, from the left.</param>
/// <param name="Y">Where it stands, from below.</param>
internal sealed record DiagramNode(int Index, double X, double Y);
