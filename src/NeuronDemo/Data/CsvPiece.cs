namespace NeuronDemo.Data;

/// <summary>Some whole rows of a CSV file: what one thread reads at a time.</summary>
/// <param name="Offset">Where in the file the first row begins.</param>
/// <param name="Length">How many bytes the rows take, with blank lines between and after them.</param>
/// <param name="FirstLine">The line on which the first row begins, counted from 1.</param>
/// <param name="FirstRow">The number of the first row, counted from 0 and without the header.</param>
/// <param name="Rows">How many rows.</param>
internal readonly record struct CsvPiece(long Offset, int Length, long FirstLine, int FirstRow, int Rows);
