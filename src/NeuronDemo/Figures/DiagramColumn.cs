namespace NeuronDemo.Figures;

/// <summary>A column of a diagram: the inputs or a layer.</summary>
/// <param name="Layer">0 for the inputs, k for the k-th layer, null for layers left out.</param>
/// <param name="Count">How many inputs or neurons it has, or how many layers are left out.</param>
/// <param name="X">Where it stands.</param>
/// <param name="Nodes">The inputs or neurons shown.</param>
/// <param name="Gaps">Where some are left out.</param>
/// <param name="Spacing">The distance between two above one another.</param>
internal sealed record DiagramColumn(
    int? Layer, int Count, double X, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<(double X, double Y)> Gaps, double Spacing)
{
    /// <summary>How many places above one another the column has.</summary>
    public int Slots => Nodes.Count + Gaps.Count;
}
