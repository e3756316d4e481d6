using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Json;

/// <summary>One training step as <c>explain --json</c> prints it, with every matrix in full.</summary>
internal sealed record ExplanationJson(
    uint Seed,
    int[] Layers,
    int Iteration,
    double StepSize,
    double[][] Inputs,
    double[][] Targets,
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
            [lesson.Network.InputCount, .. lesson.Network.Layers.Select(layer => layer.OutputCount)],
            iteration,
            step.StepSize,
            step.Inputs.ToRowArrays(),
            step.Targets.ToRowArrays(),
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
    double[][] Weights,
    double[][] WeightedSums,
    double[][] Outputs,
    double[][] Errors,
    double[][] Derivatives,
    double[][] Deltas,
    double[][] Adjustment,
    double[][] NewWeights)
{
    public LayerStepJson(LayerStep layer)
        : this(
            layer.Weights.ToRowArrays(),
            layer.WeightedSums.ToRowArrays(),
            layer.Outputs.ToRowArrays(),
            layer.Errors.ToRowArrays(),
            layer.Derivatives.ToRowArrays(),
            layer.Deltas.ToRowArrays(),
            layer.Adjustment.ToRowArrays(),
            layer.NewWeights.ToRowArrays())
    {
    }
}

/// <summary>The adjustments beside central differences of E; layers, inputs and neurons are counted from 1.</summary>
internal sealed record NumericalCheckJson(double LargestRelativeDifference, WeightCheck[] Weights);
