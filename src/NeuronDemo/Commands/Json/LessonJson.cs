using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands.Json;

/// <summary>What came of a lesson as <c>--json</c> prints it. A number reads back as the very double that was computed.</summary>
internal record LessonJson(
    uint Seed,
    IReadOnlyList<int> Layers,
    int Iterations,
    double StepSize,
    Matrix<double>[] InitialWeights,
    Matrix<double>[] Weights,
    Matrix<double> Outputs,
    double MeanSquaredError)
{
    public LessonJson(Outcome outcome)
        : this(
            outcome.Lesson.Seed,
            outcome.Lesson.Sizes,
            outcome.Lesson.Iterations,
            outcome.StepSize,
            [.. outcome.Lesson.NewNetwork().Layers.Select(layer => layer.Weights)],
            [.. outcome.Network.Layers.Select(layer => layer.Weights)],
            outcome.Answers.Outputs,
            outcome.Answers.MeanSquaredError)
    {
    }
}
