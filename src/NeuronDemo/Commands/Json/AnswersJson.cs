using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>How good the answers to some rows are.</summary>
internal sealed record AnswersJson
{
    public AnswersJson(Answers answers)
    {
        Rows = answers.Outputs.RowCount;
        MeanSquaredError = answers.MeanSquaredError;
        if (answers.HaveClasses)
        {
            RowsRight = answers.RowsRight;
            MostFrequentShare = answers.MostFrequentShare;
        }
        else
        {
            int[] outputs = [.. Enumerable.Range(0, answers.Outputs.ColumnCount)];
            MeanAbsoluteErrors = Array.ConvertAll(outputs, answers.MeanAbsoluteError);
            RSquared = Array.ConvertAll(outputs, answers.RSquared);
        }

        RowNumbers = answers.Data.RowNumbers is { } numbers ? [.. numbers.Select(row => row + 1)] : null;
        Outputs = answers.Data.RowNumbers is null ? null : answers.Outputs;
    }

    public int Rows { get; }

    public double MeanSquaredError { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RowsRight { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MostFrequentShare { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? MeanAbsoluteErrors { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? RSquared { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? RowNumbers { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Matrix<double>? Outputs { get; }
}
