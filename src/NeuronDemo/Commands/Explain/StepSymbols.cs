using static System.FormattableString;

namespace NeuronDemo.Commands.Explain;

/// <summary>What matrices and weights are called: W and w2 in a lone neuron, W1 and W1[2,3] in a network.</summary>
/// <param name="layers">How many layers.</param>
/// <param name="outputs">How many outputs.</param>
internal sealed class StepSymbols(int layers, int outputs)
{
    /// <summary>A matrix of one layer; a lone layer needs no number.</summary>
    public string this[string name, int layer] => layers == 1 ? name : Invariant($"{name}{layer + 1}");

    /// <summary>What a layer sees.</summary>
    public string InputsOf(int layer) => layer == 0 ? "X" : this["y", layer - 1];

    /// <summary>One weight, by its row and column.</summary>
    public string Weight(int layer, int input, int neuron) => layers == 1 && outputs == 1
        ? Invariant($"w{input + 1}")
        : Invariant($"{this["W", layer]}[{input + 1},{neuron + 1}]");
}
