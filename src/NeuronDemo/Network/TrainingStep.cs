using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>
/// The learning rule in the open: one iteration of gradient descent with every matrix between the weights before and the
/// weights after.
/// </summary>
/// <remarks>
/// <see cref="NeuralNetwork.Train"/> computes the same in blocks of rows and keeps nothing; in <see cref="Of"/> every line of
/// the rule is one expression, to be followed with a pencil:
/// <code>
/// forward, from the first layer to the last
///     m = x W              weighted sums
///     y = S(m)             outputs: the next layer's x
/// backward, from the last layer to the first
///     e = t - y            errors of the last layer
///     e = delta W^T        errors of a hidden layer, from delta and W of the layer behind it
///     delta = e * y(1 - y)
/// then all layers at once
///     W + s x^T delta      new weights
/// </code>
/// </remarks>
public sealed record TrainingStep
{
    private TrainingStep(
        Matrix<double> inputs, Matrix<double> targets, double stepSize, IReadOnlyList<LayerStep> layers, Matrix<double> outputsAfter)
    {
        Inputs = inputs;
        Targets = targets;
        StepSize = stepSize;
        Layers = layers;
        LossBefore = Loss(targets, layers[^1].Outputs);
        LossAfter = Loss(targets, outputsAfter);
    }

    /// <summary>X, the inputs (rows x inputs).</summary>
    public Matrix<double> Inputs { get; }

    /// <summary>t, the targets (rows x outputs).</summary>
    public Matrix<double> Targets { get; }

    /// <summary>s, how far the step follows the adjustment (learning rate).</summary>
    public double StepSize { get; }

    /// <summary>
    /// Whether the step was kept: always, unless its size was found on the way (<see cref="StepRule.Auto"/>) and it raised E.
    /// Then the weights are again those before the step.
    /// </summary>
    public bool Kept { get; private init; } = true;

    /// <summary>What each layer computed, first to last.</summary>
    public IReadOnlyList<LayerStep> Layers { get; }

    /// <summary>How many weights the step moves.</summary>
    public int WeightCount => Layers.Sum(layer => layer.Weights.RowCount * layer.Weights.ColumnCount);

    /// <summary>E = 1/2 sum (t - y)^2 over all rows and outputs with the weights before the step.</summary>
    public double LossBefore { get; }

    /// <summary>E with the weights after the step.</summary>
    public double LossAfter { get; }

    /// <summary>mean((t - y)^2) over all rows and outputs with the weights before the step.</summary>
    public double MeanSquaredErrorBefore => Mean(LossBefore);

    /// <summary>mean((t - y)^2) with the weights after the step.</summary>
    public double MeanSquaredErrorAfter => Mean(LossAfter);

    /// <summary>Computes the next step of training a network, which stays as it is.</summary>
    /// <param name="network">The network, with the weights before the step.</param>
    /// <param name="inputs">The inputs (rows x inputs of the network).</param>
    /// <param name="targets">The targets (rows x outputs of the network), each 0 to 1.</param>
    /// <param name="stepSize">The step size s, greater than 0.</param>
    /// <returns>Everything that the step computes.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the step size is not positive.</exception>
    public static TrainingStep Of(NeuralNetwork network, Matrix<double> inputs, Matrix<double> targets, double stepSize)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        network.RequireFit(inputs, targets);

        int count = network.Layers.Count;
        Matrix<double>[] weights = [.. network.Layers.Select(layer => layer.Weights.Clone())];
        Matrix<double>[] sums = new Matrix<double>[count];
        Matrix<double>[] activations = [inputs.Clone(), .. new Matrix<double>[count]];
        for (int l = 0; l < count; l++)
        {
            // m = x W;  y = S(m)
            sums[l] = activations[l] * weights[l];
            activations[l + 1] = sums[l].Map(NeuralNetwork.Sigmoid);
        }

        // e = t - y
        LayerStep[] steps = new LayerStep[count];
        Matrix<double> errors = targets - activations[count];
        for (int l = count - 1; l >= 0; l--)
        {
            // delta = e * y(1 - y);  adjustment = x^T delta
            Matrix<double> derivatives = activations[l + 1].Map(NeuralNetwork.SigmoidDerivative);
            Matrix<double> deltas = errors.PointwiseMultiply(derivatives);
            Matrix<double> adjustment = activations[l].TransposeThisAndMultiply(deltas);
            steps[l] = new()
            {
                Inputs = activations[l],
                Weights = weights[l],
                WeightedSums = sums[l],
                Outputs = activations[l + 1],
                Errors = errors,
                Derivatives = derivatives,
                Deltas = deltas,
                Adjustment = adjustment,
                NewWeights = weights[l] + stepSize * adjustment,
            };

            // The layer before: e = delta W^T, with the weights before the step.
            errors = deltas.TransposeAndMultiply(weights[l]);
        }

        NeuralNetwork after = new([.. steps.Select(step => new Layer(step.NewWeights))]);
        return new(activations[0], targets.Clone(), stepSize, steps, after.Think(inputs));
    }

    /// <summary>Takes the next iteration of a training, and shows it.</summary>
    /// <param name="training">The training, which is one iteration further then.</param>
    /// <param name="cancellationToken">Stops computing.</param>
    /// <returns>Everything that the iteration computes, the step's size and whether it was kept.</returns>
    /// <exception cref="TrainingCanceledException">It was cancelled before the iteration was done.</exception>
    public static TrainingStep Take(GradientDescent training, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        TrainingStep step = Of(training.Network, training.Inputs, training.Targets, training.StepSize);
        training.Run(1, cancellationToken);
        return step with { Kept = training.LastStepKept };
    }

    private static double Loss(Matrix<double> targets, Matrix<double> outputs)
    {
        Matrix<double> errors = targets - outputs;
        return errors.PointwiseMultiply(errors).Enumerate().Sum() / 2;
    }

    private double Mean(double loss) => 2 * loss / ((double)Targets.RowCount * Targets.ColumnCount);
}
