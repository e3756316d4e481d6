namespace NeuronDemo.Page;

/// <summary>Outputs that answer one question together: of several the largest decides, of one the side of one half.</summary>
/// <param name="First">The first of them, counted from 0.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Kinds">What the answer can be: a name for each output, or for the two sides of a single one.</param>
/// <param name="AreClasses">Whether it is one of these, and not a number.</param>
internal sealed record PageAnswer(int First, int Count, IReadOnlyList<string> Kinds, bool AreClasses);
