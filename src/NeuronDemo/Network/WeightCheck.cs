namespace NeuronDemo.Network;

/// <summary>The adjustment of one weight beside what comes out without the chain rule.</summary>
/// <param name="Layer">The layer of the weight, counted from 0.</param>
/// <param name="Input">The row of the weight in its layer's weights, counted from 0.</param>
/// <param name="Neuron">The column of the weight, counted from 0.</param>
/// <param name="Adjustment">What the step computed by the chain rule: -dE/dw.</param>
/// <param name="H">How far the weight was moved up and down.</param>
/// <param name="CentralDifference">-dE/dw once more, as (E(w - h) - E(w + h)) / 2h.</param>
/// <param name="RelativeDifference">
/// |adjustment - central difference| divided by the larger of the two magnitudes, or by a hundredth of the largest
/// adjustment of the network if both are smaller than that: beside it a number near 0 has no digits to compare.
/// </param>
public sealed record WeightCheck(
    int Layer, int Input, int Neuron, double Adjustment, double H, double CentralDifference, double RelativeDifference);
