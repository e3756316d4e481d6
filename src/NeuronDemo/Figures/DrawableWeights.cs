using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>Too large a step size drives weights beyond what can be drawn, and at last beyond all numbers.</summary>
internal static class DrawableWeights
{
    private const double Largest = 1e100;

    /// <summary>Checks a trained network. Weights that have grown so far never come back, so the end tells all.</summary>
    /// <exception cref="UnusableInputException">A weight can't be drawn.</exception>
    public static void Require(NeuralNetwork network)
    {
        if (!network.Layers.All(layer => layer.Weights.ForAll(weight => Math.Abs(weight) <= Largest)))
        {
            throw new UnusableInputException(new(
                "The weights have grown too large to draw; take a smaller --step-size.",
                "权重已增大到无法画出；请减小 --step-size。"));
        }
    }
}
