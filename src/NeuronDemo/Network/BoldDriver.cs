namespace NeuronDemo.Network;

/// <summary>What <see cref="StepRule.Auto"/> remembers: where it stands, what lies ahead, and how far it dares to go.</summary>
internal sealed class BoldDriver(NeuralNetwork network, int rows)
{
    private const double Longer = 1.05;
    private const double Shorter = 0.5;

    private readonly double _longest = 1e6 / rows;
    private readonly double[][] _weights = [.. network.Layers.Select(layer => (double[])layer.Values.Clone())];
    private readonly double[] _adjustments = new double[network.WeightCount];
    private double? _loss;

    /// <summary>How long the next step is.</summary>
    public double StepSize { get; private set; } = 1.0 / rows;

    /// <summary>Whether the last step was kept.</summary>
    public bool Kept { get; private set; } = true;

    /// <summary>How many steps were taken back.</summary>
    public int TakenBack { get; private set; }

    /// <summary>Moves the network to where the next step leads; before the first judgement it stays at its start.</summary>
    public void Try()
    {
        if (_loss is not null)
        {
            Return();
            network.Move(_adjustments, StepSize);
        }
    }

    /// <summary>Decides about the weights that the network has now.</summary>
    /// <param name="loss">E with these weights.</param>
    /// <param name="adjustments">The adjustments with these weights.</param>
    /// <returns>Whether a step was judged: the first time there has been none yet.</returns>
    public bool Judge(double loss, ReadOnlySpan<double> adjustments)
    {
        bool stepped = _loss is not null;
        Kept = !stepped || (double.IsFinite(loss) && loss <= _loss);
        if (Kept)
        {
            _loss = loss;
            adjustments.CopyTo(_adjustments);
            for (int l = 0; l < _weights.Length; l++)
            {
                network.Layers[l].Values.CopyTo(_weights[l], 0);
            }
        }
        else
        {
            TakenBack++;
        }

        if (stepped)
        {
            StepSize = Kept ? Math.Min(Longer * StepSize, _longest) : Shorter * StepSize;
        }

        return stepped;
    }

    /// <summary>Gives the network the weights that were kept last.</summary>
    public void Return()
    {
        for (int l = 0; l < _weights.Length; l++)
        {
            _weights[l].CopyTo(network.Layers[l].Values, 0);
        }
    }
}
