using System.Diagnostics.CodeAnalysis;
using NeuronDemo.Files;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// A picture of a network or of its training. It brings its own font and looks the same on every machine:
/// <code>
/// Figure.OfNeuron(neuron).Save("neuron.png");
/// </code>
/// </summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The figure keeps its plots, and a plot has nothing to dispose of but a background image.")]
public sealed class Figure
{
    // In a smaller picture the labels lie over one another.
    internal const int LeastWidth = 400;
    internal const int LeastHeight = 300;
    internal const int MostPixels = 10000;

    private const int SigmoidSteps = 2000;

    private readonly IReadOnlyList<Plot> _plots;

    /// <summary>Makes a figure of plots, one below the other.</summary>
    internal Figure(IReadOnlyList<Plot> plots) => _plots = plots;

    /// <summary>The curve of S(x) = 1 / (1 + e^-x), and on request that of its derivative.</summary>
    /// <param name="from">Where x starts.</param>
    /// <param name="to">Where x ends, greater than <paramref name="from"/>.</param>
    /// <param name="derivative">Whether to draw S'(x) = S(x)(1 - S(x)) too.</param>
    /// <param name="language">The language of the words in it.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or not finite.</exception>
    public static Figure OfSigmoid(double from = -10, double to = 10, bool derivative = false, Language language = Language.English)
    {
        double step = (to - from) / SigmoidSteps;
        return step > 0 && double.IsFinite(step)
            ? new([SigmoidFigure.Draw(from, step, SigmoidSteps + 1, derivative, language)])
            : throw new ArgumentOutOfRangeException(nameof(to), to, $"x can't run from {from} to it.");
    }

    /// <summary>The neuron or network as a diagram: an edge is as wide as its weight is large, and dashed if it is negative.</summary>
    /// <param name="network">The network as it is now. Of wide layers and many layers some are drawn, and all counted.</param>
    /// <param name="iterations">How many iterations it has been trained for, for the title; null leaves it out.</param>
    /// <param name="language">The language of the words in it.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="UnusableInputException">A weight has grown too large to draw.</exception>
    public static Figure OfNeuron(NeuralNetwork network, int? iterations = null, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new([NeuronFigure.Draw(network, iterations, new(), language)]);
    }

    /// <summary>Learns a lesson and draws how the loss, the weights and the outputs change over the iterations.</summary>
    /// <remarks>
    /// The training is that of <see cref="NeuralNetwork.Train"/>, bit for bit. It is looked at in some hundred iterations,
    /// all of the first and ever fewer later; of many weights or outputs some tens are drawn.
    /// </remarks>
    /// <param name="lesson">The lesson.</param>
    /// <param name="progress">Is told how far training has come, at each look.</param>
    /// <param name="language">The language of the words in it.</param>
    /// <param name="cancellationToken">Stops training after a whole iteration.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The lesson's shapes do not fit, or a number is out of its range.</exception>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    /// <exception cref="UnusableInputException">A weight has grown too large to draw.</exception>
    public static Figure OfTraining(
        Lesson lesson,
        IProgress<TrainingProgress>? progress = null,
        Language language = Language.English,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentOutOfRangeException.ThrowIfNegative(lesson.Iterations);
        return new(TrainingFigure.Draw(TrainingTrace.Record(lesson, progress, cancellationToken), language));
    }

    /// <summary>Learns a lesson and draws the path over two of the weights, in the landscape of the loss.</summary>
    /// <remarks>Where the landscape is computed, the other weights rest at the values they have after training.</remarks>
    /// <param name="lesson">The lesson.</param>
    /// <param name="weights">
    /// The weights along the two axes, by number: from 1, layer by layer and each layer row by row.
    /// </param>
    /// <param name="progress">Is told how far training has come, some hundred times.</param>
    /// <param name="language">The language of the words in it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The lesson's shapes do not fit, or a number is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="UnusableInputException">A weight has grown too large to draw.</exception>
    public static Figure OfDescent(
        Lesson lesson,
        (int First, int Second) weights,
        IProgress<TrainingProgress>? progress = null,
        Language language = Language.English,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentOutOfRangeException.ThrowIfNegative(lesson.Iterations);
        ArgumentOutOfRangeException.ThrowIfEqual(weights.Second, weights.First, nameof(weights));
        return new([DescentFigure.Draw(Descent.Record(lesson, weights, progress, cancellationToken), language)]);
    }

    /// <summary>What a network that has learned answers over the plane of two inputs, with the rows as points.</summary>
    /// <remarks>The other inputs rest at their means. Of hidden neurons at most eight are shown, of rows some thousand.</remarks>
    /// <param name="outcome">What came of a lesson.</param>
    /// <param name="inputs">The inputs along the two axes, counted from 0; null for the two that matter most.</param>
    /// <param name="language">The language of its texts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input, both are the same, or there are fewer than two.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="UnusableInputException">A weight has grown too large to draw.</exception>
    public static Figure OfDecision(
        Outcome outcome,
        (int First, int Second)? inputs = null,
        Language language = Language.English,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        int[] varying = InputAxis.Varying(outcome.Lesson.Data);
        return varying.Length > 1 && (inputs is not var (first, second) || (first != second && varying.Contains(first) && varying.Contains(second)))
            ? new([DecisionFigure.Draw(Decision.Of(outcome, inputs, cancellationToken), language)])
            : throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "These are not two inputs that vary.");
    }

    /// <summary>Draws the figure into a file, which is written whole or not at all.</summary>
    /// <param name="path">The file; its ending chooses the format: .png, .svg, .jpg, .jpeg or .webp.</param>
    /// <param name="width">The width in pixels, 400 to 10000.</param>
    /// <param name="height">The height in pixels, 300 to 10000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width or the height is out of its range.</exception>
    /// <exception cref="UnusableInputException">The file can't be written there, or has another ending.</exception>
    public void Save(string path, int width = 800, int height = 600)
    {
        ImageFormat format = FigureFile.FormatOf(path);
        using OutputFile file = new(path);
        file.Write(Render(format, width, height));
    }

    /// <summary>Draws the figure as the content of a file.</summary>
    internal byte[] Render(ImageFormat format, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MostPixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, LeastHeight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MostPixels);
        return FigureFile.Render(_plots, format, width, height);
    }
}
