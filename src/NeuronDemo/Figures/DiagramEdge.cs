namespace NeuronDemo.Figures;

/// <summary>A weight in a diagram, from an input or neuron to a neuron.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="To">Where it goes to.</param>
/// <param name="Weight">The weight.</param>
/// <param name="ValueAt">Where on the edge its value stands, from 0 to 1; null if it has no room.</param>
internal sealed record DiagramEdge(DiagramNode From, DiagramNode To, double Weight, double? ValueAt);
