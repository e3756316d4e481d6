using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Lessons;

/// <summary>Rows of a file for a network that has learned from another.</summary>
/// <param name="Inputs">The inputs (rows x inputs).</param>
/// <param name="Targets">The targets (rows x outputs), or null if the file does not have them all.</param>
/// <param name="Numbers">Which rows of the file these are, counted from 0.</param>
/// <param name="LinesLeftOut">The lines of the file on which the rows begin that were left out since a cell is missing.</param>
internal sealed record KnownRows(Matrix<double> Inputs, Matrix<double>? Targets, IReadOnlyList<int> Numbers, IReadOnlyList<long> LinesLeftOut);
