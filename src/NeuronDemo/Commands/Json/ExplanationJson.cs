using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Json;

/// <summary>One training step as <c>explain --json</c> prints it, with every matrix in full.</summary>
internal sealed record ExplanationJson(
    uint Seed,
    IReadOnlyList<int> Layers,
    int Iteration,
    double StepSize,
    Matrix<double> Inputs,
    Matrix<double> Targets,
    LayerStepJson[] LayerSteps,
    double LossBefore,
    double LossAfter,
    double MeanSquaredErrorBefore,
    double MeanSquaredErrorAfter,
    NumericalCheckJson NumericalCheck)
{
    /// <summary>What was understood of own data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Understood { get; init; }

    /// <summary>Which row of the file each row of the inputs is, where some are left out or held out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? RowNumbers { get; init; }

    /// <summary>Whether the step was kept, where its size is found on the way; else it was taken back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Kept { get; init; }

    public ExplanationJson(Lesson lesson, int iteration, TrainingStep step, IReadOnlyList<WeightCheck> checks)
        : this(
            lesson.Seed,
            lesson.Sizes,
            iteration,
            step.StepSize,
            step.Inputs,
            step.Targets,
            [.. step.Layers.Select(layer => new LayerStepJson(layer))],
            step.LossBefore,
            step.LossAfter,
            step.MeanSquaredErrorBefore,
            step.MeanSquaredErrorAfter,
            new(
                checks.Max(check => check.RelativeDifference),
                [.. checks.Select(check => check with { Layer = check.Layer + 1, Input = check.Input + 1, Neuron = check.Neuron + 1 })]))
    {
        Understood = lesson.Data.IsTruthTable ? null : Understanding.Of(lesson.Data).English;
        RowNumbers = lesson.Data.RowNumbers is { } rows ? [.. rows.Select(row => row + 1)] : null;
        Kept = lesson.Steps.StepSize is null ? step.Kept : null;
    }
}

/// <summary>What one layer computed. Its inputs stand elsewhere: they are the inputs, or the outputs of the layer before.</summary>
internal sealed record LayerStepJson(
    Matrix<double> Weights,
    Matrix<double> WeightedSums,
    Matrix<double> Outputs,
    Matrix<double> Errors,
    Matrix<double> Derivatives,
    Matrix<double> Deltas,
    Matrix<double> Adjustment,
    Matrix<double> NewWeights)
{
    public LayerStepJson(LayerStep layer)
        : this(
            layer.Weights,
            layer.WeightedSums,
            layer.Outputs,
            layer.Errors,
            layer.Derivatives,
            layer.Deltas,
            layer.Adjustment,
            layer.NewWeights)
    {
    }
}

/// <summary>The adjustments beside central differences of E; layers, inputs and neurons are counted from 1.</summary>
internal sealed record NumericalCheckJson(double LargestRelativeDifference, WeightCheck[] Weights);
