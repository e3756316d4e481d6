namespace NeuronDemo.Page;

/// <summary>Rows, column by column, as the network sees them.</summary>
/// <param name="Numbers">Each row's number in the file, from 1.</param>
/// <param name="Inputs">The inputs (inputs x rows).</param>
/// <param name="Targets">The targets (targets x rows), each 0 to 1.</param>
internal sealed record PageRows(int[] Numbers, double[][] Inputs, double[][] Targets);
