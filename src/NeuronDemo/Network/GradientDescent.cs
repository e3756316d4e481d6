using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>
/// The training of a network, to be continued as long as one likes: all iterations at once or in parts of any size, the
/// weights are the same to the last bit.
/// </summary>
/// <remarks>
/// <see cref="NeuralNetwork.Train"/> explains the rule, <see cref="TrainingStep"/> shows every number of an iteration.
/// While a training is under way, nothing else may change the network's weights or the data.
/// </remarks>
public sealed class GradientDescent
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(50);

    private readonly LossGradient _gradient;
    private readonly BoldDriver? _driver;
    private StepRule _rule;

    /// <summary>Prepares a training. The network keeps its weights until <see cref="Run(int, CancellationToken)"/>.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="inputs">The inputs x (rows x inputs of the network).</param>
    /// <param name="targets">The targets t (rows x outputs of the network), each 0 to 1.</param>
    /// <param name="stepRule">How long the steps are.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    /// <exception cref="InvalidOperationException">A layer has a <see cref="Layer.Bias"/>, which training does not change.</exception>
    public GradientDescent(NeuralNetwork network, Matrix<double> inputs, Matrix<double> targets, StepRule stepRule)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stepRule);
        network.RequireFit(inputs, targets);
        if (network.Layers.Any(layer => layer.Bias is not null))
        {
            throw new InvalidOperationException("A layer has a bias, which training does not change; give it a constant 1 as an input instead.");
        }

        Network = network;
        Inputs = inputs;
        Targets = targets;
        _rule = stepRule;
        _driver = stepRule == StepRule.Auto ? new(network, inputs.RowCount) : null;
        _gradient = new(network, inputs, targets, withLoss: _driver is not null);
    }

    /// <summary>The network. Between two calls of <see cref="Run(int, CancellationToken)"/> it has the weights after <see cref="Iteration"/> iterations.</summary>
    public NeuralNetwork Network { get; }

    /// <summary>The inputs x (rows x inputs).</summary>
    public Matrix<double> Inputs { get; }

    /// <summary>The targets t (rows x outputs).</summary>
    public Matrix<double> Targets { get; }

    /// <summary>
    /// How many iterations are done. Each tries one step from the weights that the one before left, and leaves those it led
    /// to, or the same again if the step was taken back.
    /// </summary>
    public int Iteration { get; private set; }

    /// <summary>How long the next step will be.</summary>
    public double StepSize => _driver?.StepSize ?? _rule.StepSize!.Value;

    /// <summary>Whether the last step was kept, as all steps of a fixed size are; true before the first one.</summary>
    public bool LastStepKept => _driver?.Kept ?? true;

    /// <summary>How many of the iterations took their step back.</summary>
    public int StepsTakenBack => _driver?.TakenBack ?? 0;

    /// <summary>Makes the steps to come longer or shorter.</summary>
    /// <param name="stepSize">Their size s, greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step size is not positive.</exception>
    /// <exception cref="InvalidOperationException">The size is found on the way.</exception>
    public void ChangeStepSize(double stepSize) => _rule = _driver is null
        ? StepRule.Fixed(stepSize)
        : throw new InvalidOperationException("The step size is found on the way.");

    /// <summary>Takes iterations.</summary>
    /// <remarks>
    /// An iteration passes over all rows once. Steps of a fixed size follow the adjustments of that pass. Where the rule is
    /// <see cref="StepRule.Auto"/>, the pass is made where the step has led, for E there decides about it, and the adjustments
    /// there lead on; so the first iteration makes one pass more, at the starting weights.
    /// </remarks>
    /// <param name="iterations">How many, 0 or more.</param>
    /// <param name="cancellationToken">
    /// Stops training, also in the middle of an iteration over many rows, whose work is then lost. It can be continued.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or <see cref="Iteration"/> would overflow.</exception>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    public void Run(int iterations, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, int.MaxValue - Iteration);
        int last = Iteration + iterations;
        if (iterations == 0)
        {
            return;
        }

        if (_driver is null)
        {
            _gradient.Repeat(() => Step(last), cancellationToken);
        }
        else
        {
            Drive(_driver, last, cancellationToken);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            throw new TrainingCanceledException(Iteration);
        }
    }

    /// <summary>Takes iterations, and tells a listener how far training has come.</summary>
    /// <param name="iterations">How many, 0 or more.</param>
    /// <param name="progress">Is told after the first iteration, some ten times a second, and after the last.</param>
    /// <param name="cancellationToken">Stops training, as in <see cref="Run(int, CancellationToken)"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or <see cref="Iteration"/> would overflow.</exception>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    public void Run(int iterations, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken = default)
    {
        int batch = progress is null ? iterations : Math.Min(1, iterations);
        while (iterations != 0)
        {
            long start = Stopwatch.GetTimestamp();
            Run(batch, cancellationToken);
            Report(progress, cancellationToken);
            iterations -= batch;
            if (Stopwatch.GetElapsedTime(start) < BetweenReports)
            {
                batch = (int)Math.Min(int.MaxValue, batch * 2L);
            }

            batch = Math.Min(batch, iterations);
        }
    }

    private void Report(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            progress?.Report(new(Iteration, Network.MeanSquaredError(Inputs, Targets, cancellationToken)));
        }
        catch (OperationCanceledException)
        {
            throw new TrainingCanceledException(Iteration);
        }
    }

    private bool Step(int last)
    {
        Network.Move(_gradient.Adjustments, StepSize);
        Iteration++;
        return Iteration < last;
    }

    private void Drive(BoldDriver driver, int last, CancellationToken cancellationToken)
    {
        driver.Try();
        _gradient.Repeat(Judge, cancellationToken);
        driver.Return();

        bool Judge()
        {
            if (driver.Judge(_gradient.Loss, _gradient.Adjustments))
            {
                Iteration++;
            }

            driver.Try();
            return Iteration < last;
        }
    }
}
