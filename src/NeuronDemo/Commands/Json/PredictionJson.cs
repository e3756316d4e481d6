using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>What <c>predict --json</c> prints: the rows that were asked about, the outputs, and what they mean if that is known.</summary>
internal sealed record PredictionJson(
    Matrix<double> Inputs,
    Matrix<double> Outputs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TargetValue[][]? Answers)
{
    public PredictionJson(Matrix<double> inputs, Matrix<double> outputs, OutputMeaning? meaning)
        : this(
            inputs,
            outputs,
            meaning is null ? null : [.. outputs.EnumerateRows().Select(row => meaning.Decode(row.AsArray()).ToArray())])
    {
    }
}
