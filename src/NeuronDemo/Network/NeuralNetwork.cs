using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>
/// A network of sigmoid neurons in layers, trained by gradient descent on all rows at once.
/// The tutorial's neuron is the shortest one: a single layer with three inputs and one output.
/// </summary>
public sealed class NeuralNetwork
{
    private readonly Layer[] _layers;

    /// <summary>Makes a network of layers that follow one another.</summary>
    /// <param name="layers">The layers, first to last: each has as many inputs as the one before has outputs.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit.</exception>
    public NeuralNetwork(params IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfZero(layers.Count);
        for (int i = 1; i < layers.Count; i++)
        {
            if (layers[i].InputCount != layers[i - 1].OutputCount)
            {
                throw new ArgumentException(
                    $"Layer {i + 1} has {layers[i].InputCount} inputs, layer {i} {layers[i - 1].OutputCount} outputs.",
                    nameof(layers));
            }
        }

        _layers = [.. layers];
        Layers = _layers.AsReadOnly();
    }

    /// <summary>
    /// Makes a network with the starting weights that NumPy draws after <c>numpy.random.seed(seed)</c>:
    /// <c>2 * random_sample((inputs, outputs)) - 1</c>, layer by layer.
    /// </summary>
    /// <param name="seed">The seed, 0 to 4294967295.</param>
    /// <param name="sizes">Number of inputs, neurons of each layer in turn: 3, 1 is the tutorial's neuron.</param>
    /// <exception cref="ArgumentException">There are fewer than two sizes, or one is not positive.</exception>
    public NeuralNetwork(uint seed, params IReadOnlyList<int> sizes)
        : this(DrawLayers(new NumpyRandom(seed), sizes))
    {
    }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>How many inputs the network takes.</summary>
    public int InputCount => Layers[0].InputCount;

    /// <summary>How many outputs the network gives.</summary>
    public int OutputCount => Layers[^1].OutputCount;

    /// <summary>How many weights the network has.</summary>
    public int WeightCount => Layers.Sum(layer => layer.WeightCount);

    // How many threads may share the work. The result never depends on it.
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// The sigmoid S(x) = 1 / (1 + e^-x): smooth, rising everywhere, from 0 through S(0) = 1/2 to 1.
    /// </summary>
    /// <param name="x">A weighted sum, any number.</param>
    /// <returns>A number in [0, 1]; beyond -709 and 37 a double can't tell it from 0 and 1.</returns>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>The slope of the sigmoid where its value is y: S'(x) = S(x)(1 - S(x)) = y(1 - y).</summary>
    /// <remarks>
    /// From S = (1 + e^-x)^-1 the chain rule gives S' = e^-x (1 + e^-x)^-2, which is S times e^-x / (1 + e^-x) = 1 - S.
    /// It takes the output y and not x, because training has y at hand: no exponential is computed a second time.
    /// </remarks>
    /// <param name="y">An output of <see cref="Sigmoid"/>, 0 to 1.</param>
    /// <returns>The slope, 0 (a saturated neuron) to 1/4 (an undecided one, y = 1/2).</returns>
    public static double SigmoidDerivative(double y) => y * (1 - y);

    /// <summary>A network with the same weights, of its own: training one of them leaves the other as it is.</summary>
    /// <returns>The copy.</returns>
    public NeuralNetwork Clone() => new([.. Layers.Select(layer => new Layer(layer.Weights, layer.Bias))]) { Threads = Threads };

    /// <summary>What the network answers: each layer computes S(x W), or S(x W + b) with a bias, of the one before.</summary>
    /// <param name="inputs">The inputs (rows x <see cref="InputCount"/>).</param>
    /// <param name="cancellationToken">Stops computing.</param>
    /// <returns>The outputs (rows x <see cref="OutputCount"/>), each in [0, 1].</returns>
    /// <exception cref="ArgumentException">The number of columns is not <see cref="InputCount"/>.</exception>
    /// <exception cref="OperationCanceledException">Computing was cancelled.</exception>
    public Matrix<double> Think(Matrix<double> inputs, CancellationToken cancellationToken = default)
    {
        RequireColumns(inputs, InputCount);
        return new ForwardPass(this, inputs).Run(cancellationToken);
    }

    /// <summary>How far the answers are from the targets: mean((t - y)^2) over all rows and outputs.</summary>
    /// <param name="inputs">The inputs x (rows x <see cref="InputCount"/>).</param>
    /// <param name="targets">The targets t (rows x <see cref="OutputCount"/>).</param>
    /// <param name="cancellationToken">Stops computing.</param>
    /// <returns>The mean squared error, 0 where every target is met.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    /// <exception cref="OperationCanceledException">Computing was cancelled.</exception>
    public double MeanSquaredError(Matrix<double> inputs, Matrix<double> targets, CancellationToken cancellationToken = default)
    {
        RequireFit(inputs, targets);
        Matrix<double> outputs = Think(inputs, cancellationToken);
        double[] t = targets.ColumnMajorValues();
        double[] y = outputs.ColumnMajorValues();

        // A plain loop comes compiled with the program; one over vectors would be compiled at the start, and that takes longer
        // than a million rows.
        double sum = 0;
        for (int i = 0; i < t.Length; i++)
        {
            double error = t[i] - y[i];
            sum += error * error;
        }

        return sum / ((double)outputs.RowCount * outputs.ColumnCount);
    }

    /// <summary>
    /// Gradient descent on E = 1/2 sum (t - y)^2, all rows at once. An iteration moves every weight by the step size times
    /// its adjustment, the negative derivative of E:
    /// <code>
    /// y = S(x w);  error = t - y;  delta = error * y(1 - y);  adjustment = x^T delta;  w += s * adjustment
    /// </code>
    /// </summary>
    /// <remarks>
    /// The error is multiplied by the slope y(1 - y) because that is how much y changes when the weighted sum does (the
    /// chain rule): a neuron that has made up its mind, y near 0 or 1, is hardly moved, an undecided one most. In a network
    /// the error of a hidden layer is delta W^T of the layer behind it, with the weights before the update; then all
    /// layers are moved at once. The step size says how far to follow the slope: a small one creeps, too large a one leaps
    /// over the valley. <see cref="TrainingStep"/> computes one iteration with every matrix in the open;
    /// <see cref="GradientDescent"/> is a training that can be continued, also with steps whose size is found on the way.
    /// </remarks>
    /// <param name="inputs">The inputs x (rows x <see cref="InputCount"/>).</param>
    /// <param name="targets">The targets t (rows x <see cref="OutputCount"/>), each 0 to 1.</param>
    /// <param name="iterations">How many iterations, 0 or more.</param>
    /// <param name="stepSize">The step size s (learning rate), greater than 0; the tutorial uses 1.</param>
    /// <param name="progress">Is told how far training has come, some ten times a second.</param>
    /// <param name="cancellationToken">
    /// Stops training, also in the middle of an iteration over many rows, whose work is then lost.
    /// </param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">A layer has a <see cref="Layer.Bias"/>, which training does not change.</exception>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    public void Train(
        Matrix<double> inputs,
        Matrix<double> targets,
        int iterations,
        double stepSize = 1,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        new GradientDescent(this, inputs, targets, StepRule.Fixed(stepSize)).Run(iterations, progress, cancellationToken);

    // A step of all layers at once: W += s * adjustment.
    internal void Move(ReadOnlySpan<double> adjustments, double stepSize)
    {
        foreach (Layer layer in _layers)
        {
            double[] weights = layer.Values;
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] += stepSize * adjustments[i];
            }

            adjustments = adjustments[weights.Length..];
        }
    }

    internal void RequireFit([NotNull] Matrix<double> inputs, [NotNull] Matrix<double> targets)
    {
        RequireColumns(inputs, InputCount);
        RequireColumns(targets, OutputCount);
        if (inputs.RowCount != targets.RowCount)
        {
            throw new ArgumentException($"There are {inputs.RowCount} rows of inputs, {targets.RowCount} of targets.", nameof(targets));
        }
    }

    private static void RequireColumns(
        [NotNull] Matrix<double> matrix, int columns, [CallerArgumentExpression(nameof(matrix))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.ColumnCount != columns)
        {
            throw new ArgumentException($"The network needs {columns} columns, not {matrix.ColumnCount}.", name);
        }
    }

    private static Layer[] DrawLayers(NumpyRandom random, IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizes.Count, 2);
        Layer[] layers = new Layer[sizes.Count - 1];
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i] = new(random.NextWeights(sizes[i], sizes[i + 1]));
        }

        return layers;
    }
}
