using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>What one layer computes in a <see cref="TrainingStep"/>, forward and backward. No matrix here ever changes.</summary>
/// <remarks>
/// Each property is one line of the learning rule; the symbols are those of <see cref="TrainingStep"/>, where the lines
/// stand together.
/// </remarks>
public sealed record LayerStep
{
    /// <summary>x, what the layer sees (rows x inputs): the network's inputs, or the outputs of the layer before.</summary>
    public required Matrix<double> Inputs { get; init; }

    /// <summary>W, the weights before the step (inputs x neurons).</summary>
    public required Matrix<double> Weights { get; init; }

    /// <summary>m = x W, each row's inputs times the weights of each neuron, added up (rows x neurons).</summary>
    public required Matrix<double> WeightedSums { get; init; }

    /// <summary>y = S(m), what the layer answers (rows x neurons), each in [0, 1].</summary>
    public required Matrix<double> Outputs { get; init; }

    /// <summary>
    /// e, how each output should change (rows x neurons): t - y in the last layer; in a hidden one delta W^T of the layer
    /// behind it, with that layer's weights before the step. It is -dE/dy.
    /// </summary>
    public required Matrix<double> Errors { get; init; }

    /// <summary>S'(m) = y(1 - y), how much each output yields when its sum moves (rows x neurons), 0 to 1/4.</summary>
    public required Matrix<double> Derivatives { get; init; }

    /// <summary>delta = e * y(1 - y), number by number: how each sum should change (rows x neurons). It is -dE/dm.</summary>
    public required Matrix<double> Deltas { get; init; }

    /// <summary>x^T delta, how each weight should change, summed over all rows (inputs x neurons). It is -dE/dW.</summary>
    public required Matrix<double> Adjustment { get; init; }

    /// <summary>W + s x^T delta, the weights after the step (inputs x neurons).</summary>
    public required Matrix<double> NewWeights { get; init; }
}
