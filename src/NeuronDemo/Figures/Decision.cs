using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Figures;

/// <summary>What a network that has learned answers over the plane of two inputs, and the rows on it.</summary>
internal sealed record Decision
{
    private const int Points = 161;
    private const int SmallPoints = 61;
    private const int MostNeurons = 8;
    private const int MostRows = 2000;

    /// <summary>All inputs.</summary>
    public required IReadOnlyList<InputAxis> Inputs { get; init; }

    /// <summary>The inputs along the horizontal and the vertical axis, counted from 0.</summary>
    public required (int First, int Second) Axes { get; init; }

    /// <summary>What the outputs of the map say.</summary>
    public required Question Question { get; init; }

    /// <summary>What the network answers.</summary>
    public required DecisionMap Map { get; init; }

    /// <summary>What hidden neurons answer, of the first layer first; at most eight.</summary>
    public required IReadOnlyList<(int Layer, int Neuron, DecisionMap Map)> Hidden { get; init; }

    /// <summary>The rows on the map, in the file's order.</summary>
    public required IReadOnlyList<DecisionRow> Rows { get; init; }

    /// <summary>How many rows there are, shown or not.</summary>
    public required int RowCount { get; init; }

    /// <summary>What came of the lesson.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Looks at what came of a lesson.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="inputs">The two inputs that vary, counted from 0; null for those that matter most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Messages.UnusableInputException">The weights have grown too large to draw.</exception>
    public static Decision Of(Outcome outcome, (int First, int Second)? inputs, CancellationToken cancellationToken)
    {
        NeuralNetwork network = outcome.Network;
        DrawableWeights.Require(network);
        TrainingSet data = outcome.Lesson.Data;
        InputAxis[] all = InputAxis.Of(data);
        (int First, int Second) axes = inputs ?? InputAxis.MainOf(data, network);
        Question question = Question.Of(outcome.Answers)[0];
        Answers[] parts = outcome.HeldOut is null ? [outcome.Answers] : [outcome.Answers, outcome.HeldOut];
        int count = parts.Sum(part => part.Data.Inputs.RowCount);
        return new()
        {
            Inputs = all,
            Axes = axes,
            Question = question,
            Map = MapOf(network.Layers.Count - 1, question.First, question.Count, Points),
            Hidden = [.. Neurons(network).Select(neuron => (neuron.Layer, neuron.Neuron, MapOf(neuron.Layer, neuron.Neuron, 1, SmallPoints)))],
            Rows = [.. parts.SelectMany(RowsOf).OrderBy(row => row.Number)],
            RowCount = count,
            Outcome = outcome,
        };

        DecisionMap MapOf(int layer, int first, int neurons, int points) =>
            DecisionMap.Compute(network, all, axes, (layer, first, neurons), points, cancellationToken);

        IEnumerable<DecisionRow> RowsOf(Answers part)
        {
            int rows = part.Data.Inputs.RowCount;
            return EvenChoice.Of(rows, Math.Max(2, (int)((long)MostRows * rows / Math.Max(count, MostRows)))).Select(row =>
            {
                Vector<double> targets = part.Targets.Row(row);
                return new DecisionRow(
                    part.Data.NumberOf(row),
                    new(all[axes.First].Own(part.Data.Inputs[row, axes.First]), all[axes.Second].Own(part.Data.Inputs[row, axes.Second])),
                    question.KindOf(targets.AsArray()),
                    targets[question.First],
                    IsWrong: part.HaveClasses && !part.IsRight(row),
                    IsHeldOut: part == outcome.HeldOut);
            });
        }
    }

    private static IEnumerable<(int Layer, int Neuron)> Neurons(NeuralNetwork network) => network.Layers.SkipLast(1)
        .SelectMany((layer, number) => Enumerable.Range(0, Math.Min(layer.OutputCount, MostNeurons)).Select(neuron => (number, neuron)))
        .Take(MostNeurons);
}
