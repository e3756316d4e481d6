using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>A row of the data on a map of answers.</summary>
/// <param name="Number">Its number in the data, from 1.</param>
/// <param name="Place">Its two inputs, in the file's unit.</param>
/// <param name="Kind">Which kind of answer its targets are.</param>
/// <param name="Target">The first of these targets, 0 to 1.</param>
/// <param name="IsWrong">Whether the network answers it wrongly.</param>
/// <param name="IsHeldOut">Whether it was not learned from.</param>
internal sealed record DecisionRow(int Number, Coordinates Place, int Kind, double Target, bool IsWrong, bool IsHeldOut);
