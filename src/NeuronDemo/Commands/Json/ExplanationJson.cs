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
