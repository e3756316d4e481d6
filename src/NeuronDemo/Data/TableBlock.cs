namespace NeuronDemo.Data;

/// <summary>Columns of a file that stand side by side in memory: in one array, column after column, ready to be a matrix.</summary>
/// <param name="Columns">Which columns of the file, counted from 0, in the order in which they shall stand.</param>
/// <param name="Spare">How many columns to leave room for behind them, for the caller to fill.</param>
internal sealed record TableBlock(IReadOnlyList<int> Columns, int Spare = 0);
