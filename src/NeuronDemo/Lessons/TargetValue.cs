namespace NeuronDemo.Lessons;

/// <summary>An answer in the words of the data.</summary>
/// <param name="Class">The class, if the target has classes; null as well if an output was NaN.</param>
/// <param name="Number">The number in the target's own unit; beside a class, how sure the network is of it, 0 to 1.</param>
public readonly record struct TargetValue(string? Class, double Number);
