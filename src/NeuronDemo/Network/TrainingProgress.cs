namespace NeuronDemo.Network;

/// <summary>How far training has come.</summary>
/// <param name="Iteration">How many iterations are done.</param>
/// <param name="MeanSquaredError">mean((t - y)^2) with the weights at that point.</param>
public readonly record struct TrainingProgress(int Iteration, double MeanSquaredError);
