namespace NeuronDemo.Page;

/// <summary>A target: its name, and its own unit.</summary>
/// <param name="Name">The column's or the class's name.</param>
/// <param name="Low">What 0 stands for, and</param>
/// <param name="High">what 1 stands for.</param>
internal sealed record PageTarget(string Name, double Low, double High);
