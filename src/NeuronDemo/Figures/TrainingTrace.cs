using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>What happened in a training: the loss, some weights and some outputs at sampled iterations.</summary>
internal sealed record TrainingTrace
{
    // More lines than this are no longer told apart.
    private const int MostLines = 40;

    /// <summary>The sampled iterations, from 0 to the last.</summary>
    public required IReadOnlyList<int> Iterations { get; init; }

    /// <summary>The mean squared error at each sample.</summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>The mean squared error of the held-out rows at each sample; null if none are held out.</summary>
    public IReadOnlyList<double>? HeldOutLosses { get; init; }

    /// <summary>How long the next step was at each sample.</summary>
    public required IReadOnlyList<double> StepSizes { get; init; }

    /// <summary>How many steps had been taken back at each sample.</summary>
    public required IReadOnlyList<int> StepsTakenBack { get; init; }

    /// <summary>The weights that are traced, with their values at each sample.</summary>
    public required IReadOnlyList<(WeightPosition Position, IReadOnlyList<double> Values)> Weights { get; init; }

    /// <summary>The outputs that are traced, with their values at each sample.</summary>
    public required IReadOnlyList<(OutputPosition Position, IReadOnlyList<double> Values)> Outputs { get; init; }

    /// <summary>How many weights the network has.</summary>
    public required int WeightCount { get; init; }

    /// <summary>How many outputs there are: rows times outputs of the network.</summary>
    public required int OutputCount { get; init; }

    /// <summary>What came of the lesson.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Learns a lesson and traces it. All weights and outputs are traced, or tens of them evenly chosen.</summary>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    /// <exception cref="UnusableInputException">The weights have grown too large to draw.</exception>
    public static TrainingTrace Record(Lesson lesson, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        GradientDescent training = lesson.Begin();
        NeuralNetwork network = training.Network;
        Matrix<double> targets = lesson.Data.Targets;
        int weightCount = network.WeightCount;
        WeightPosition[] weights = [.. EvenChoice.Of(weightCount, MostLines).Select(index => WeightPosition.Find(network, index + 1))];
        int outputCount = targets.RowCount * targets.ColumnCount;
        OutputPosition[] outputs = [.. EvenChoice.Of(outputCount, MostLines).Select(index => OutputPosition.At(targets, index))];
        Matrix<double> watched = Matrix<double>.Build.DenseOfRowVectors(outputs.Select(output => lesson.Data.Inputs.Row(output.Row)));

        List<int> samples = [];
        List<double> losses = [];
        BestOnHeldOut? least = lesson.Data.HeldOut is null ? null : new(lesson.Data.HeldOut);
        List<double> heldOutLosses = [];
        List<double> stepSizes = [];
        List<int> stepsTakenBack = [];
        List<double>[] weightValues = [.. weights.Select(_ => new List<double>())];
        List<double>[] outputValues = [.. outputs.Select(_ => new List<double>())];
        foreach ((int iteration, double loss) in SampledTraining.Run(training, lesson.Iterations, progress, cancellationToken))
        {
            samples.Add(iteration);
            losses.Add(loss);
            stepSizes.Add(training.StepSize);
            stepsTakenBack.Add(training.StepsTakenBack);
            if (least is not null)
            {
                heldOutLosses.Add(least.Look(training, cancellationToken));
            }

            Matrix<double> y = network.Think(watched, cancellationToken);
            for (int i = 0; i < weights.Length; i++)
            {
                weightValues[i].Add(weights[i].In(network));
            }

            for (int i = 0; i < outputs.Length; i++)
            {
                outputValues[i].Add(y[i, outputs[i].Column]);
            }
        }

        DrawableWeights.Require(network);
        return new()
        {
            Iterations = samples,
            Losses = losses,
            HeldOutLosses = least is null ? null : heldOutLosses,
            StepSizes = stepSizes,
            StepsTakenBack = stepsTakenBack,
            Weights = [.. weights.Zip<WeightPosition, IReadOnlyList<double>>(weightValues)],
            Outputs = [.. outputs.Zip<OutputPosition, IReadOnlyList<double>>(outputValues)],
            WeightCount = weightCount,
            OutputCount = outputCount,
            Outcome = new(lesson, training, cancellationToken) { BestOnHeldOut = least },
        };
    }
}
