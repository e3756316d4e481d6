namespace NeuronDemo.Commands.Watch;

/// <summary>The mean squared error so far, at about evenly spaced iterations: never more than a screen can show.</summary>
internal sealed class LossHistory
{
    private const int Most = 4000;

    private readonly List<(int Iteration, double Loss)> _samples = [];
    private int _gap;

    /// <summary>The iteration of now.</summary>
    public int Iteration => _samples[^1].Iteration;

    /// <summary>The loss of now.</summary>
    public double Loss => _samples[^1].Loss;

    /// <summary>Adds what holds now. It stays until the next comes, and for good if it is far enough from the one before.</summary>
    public void Add(int iteration, double loss)
    {
        if (_samples.Count > 1 && Iteration - _samples[^2].Iteration < _gap)
        {
            _samples.RemoveAt(_samples.Count - 1);
        }

        _samples.Add((iteration, loss));
        if (_samples.Count == Most)
        {
            Thin();
        }
    }

    /// <summary>The last known loss at an iteration of the past.</summary>
    public double At(int iteration)
    {
        int index = _samples.BinarySearch((iteration, double.PositiveInfinity));
        return _samples[(index < 0 ? ~index : index + 1) - 1].Loss;
    }

    private void Thin()
    {
        _gap = Iteration / (Most / 2) + 1;
        int kept = 1;
        for (int i = 1; i < _samples.Count; i++)
        {
            if (i == _samples.Count - 1 || _samples[i].Iteration - _samples[kept - 1].Iteration >= _gap)
            {
                _samples[kept++] = _samples[i];
            }
        }

        _samples.RemoveRange(kept, _samples.Count - kept);
    }
}
