using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Commands.Json;

/// <summary>What <c>predict --json</c> prints: the rows that were asked about, and the answers.</summary>
internal sealed record PredictionJson(Matrix<double> Inputs, Matrix<double> Outputs);
