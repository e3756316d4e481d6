using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>What a diagram calls the inputs and outputs of a network, beside their symbols.</summary>
internal sealed record DiagramNames
{
    private const int LongestName = 14;

    /// <summary>The names of the inputs in their order; where there is none, the symbol stands alone.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>The names of the outputs in their order; where there is none, the symbol stands alone.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Whether the last input is the constant 1, which needs no name.</summary>
    public bool HasBias { get; init; }

    /// <summary>The name of an input, counted from 0; empty if it has none that can be written, or none but its symbol.</summary>
    public string Input(int index) => At(Inputs, index, Invariant($"x{index + 1}"));

    /// <summary>The name of an output, counted from 0; empty if it has none that can be written, or none but its symbol.</summary>
    public string Output(int index) => At(Outputs, index, Outputs.Count == 1 ? "y" : Invariant($"y{index + 1}"));

    private static string At(IReadOnlyList<string> names, int index, string symbol)
    {
        string name = index < names.Count ? names[index].Trim() : "";
        string shown = name.Length == 0 ? "" : ShortName.Of(names, LongestName)[index];
        return name == symbol || !FigureFont.CanWrite(shown) ? "" : shown;
    }
}
