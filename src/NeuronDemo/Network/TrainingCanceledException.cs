namespace NeuronDemo.Network;

/// <summary>Training was cancelled. The weights are those after the last whole iteration.</summary>
/// <param name="iteration">How many iterations were done.</param>
public sealed class TrainingCanceledException(int iteration)
    : OperationCanceledException("Training was cancelled.")
{
    /// <summary>How many iterations were done.</summary>
    public int Iteration { get; } = iteration;
}
