namespace NeuronDemo.Figures;

/// <summary>A weight in a diagram, from an input or neuron to a neuron.</summary>
/// <param name="From">Where it comes from.</param>
/// <param name="To">Where it goes to.</param>
/// <param name="Weight">The weight.</param>
internal sealed record DiagramEdge(DiagramNode From, DiagramNode To, double Weight);
