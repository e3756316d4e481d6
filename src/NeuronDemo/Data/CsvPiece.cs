namespace NeuronDemo.Data;

/// <summary>Some whole lines of a CSV file: what one thread reads at a time.</summary>
/// <param name="Offset">Where in the file the first line begins.</param>
/// <param name="Length">How many bytes the lines take.</param>
/// <param name="FirstLine">The number of the first line, counted from 1.</param>
/// <param name="Rows">How many of the lines are not blank.</param>
internal readonly record struct CsvPiece(long Offset, int Length, long FirstLine, int Rows);
