using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>What <c>predict --json</c> prints: the rows that were asked about, the outputs, what they mean if that is known, and which rows of the file they are, from 1 on, if some were left out.</summary>
internal sealed record PredictionJson(
    Matrix<double> Inputs,
    Matrix<double> Outputs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TargetValue[][]? Answers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int[]? RowNumbers)
{
    public PredictionJson(Matrix<double> inputs, Matrix<double> outputs, OutputMeaning? meaning, KnownRows? rows)
        : this(
            inputs,
            outputs,
            meaning is null ? null : [.. outputs.EnumerateRows().Select(row => meaning.Decode(row.AsArray()).ToArray())],
            rows is { LinesLeftOut.Count: > 0 } ? [.. rows.Numbers.Select(row => row + 1)] : null)
    {
    }
}
