using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>Looks at the held-out rows now and then while a network learns, and remembers when it answered them best.</summary>
/// <param name="rows">The held-out rows.</param>
internal sealed class BestOnHeldOut(TrainingSet rows)
{
    /// <summary>The iteration after which the error was least.</summary>
    public int Iteration { get; private set; }

    /// <summary>The least mean squared error; infinite as long as none was a number.</summary>
    public double MeanSquaredError { get; private set; } = double.PositiveInfinity;

    /// <summary>The network as it was then; null as long as no error was a number.</summary>
    public NeuralNetwork? Network { get; private set; }

    /// <summary>Looks at the rows.</summary>
    /// <returns>Their mean squared error now.</returns>
    /// <exception cref="TrainingCanceledException">Training was cancelled.</exception>
    public double Look(GradientDescent training, CancellationToken cancellationToken = default)
    {
        double error;
        try
        {
            error = training.Network.MeanSquaredError(rows.Inputs, rows.Targets, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new TrainingCanceledException(training.Iteration);
        }

        if (error < MeanSquaredError)
        {
            Iteration = training.Iteration;
            MeanSquaredError = error;
            Network = training.Network.Clone();
        }

        return error;
    }
}
