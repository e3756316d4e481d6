using System.Diagnostics;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Watch;

/// <summary>A lesson learned while somebody watches: it can be paused, taken step by step, sped up and slowed down.</summary>
internal sealed class WatchRun
{
    private const int Slowest = 1;
    private const int Fastest = 1 << 24;

    // The truth table is learned within some ten seconds.
    private const int FirstSpeed = 64;

    // The rate is measured over spells of this length: over shorter ones its digits would flicker.
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(0.5);

    private readonly GradientDescent _training;
    private readonly LeastHeldOut? _leastHeldOut;
    private readonly CancellationToken _interrupted;
    private double _owed;
    private int _spellIterations;
    private TimeSpan _spellTime;

    /// <summary>Begins before the first iteration. An interrupt ends an iteration over many rows in its middle.</summary>
    public WatchRun(Lesson lesson, CancellationToken interrupted = default)
    {
        Lesson = lesson;
        _interrupted = interrupted;
        _training = lesson.Begin();
        _leastHeldOut = lesson.Data.HeldOut is null ? null : new(lesson.Data.HeldOut);
        Remember();
    }

    /// <summary>What is learned.</summary>
    public Lesson Lesson { get; }

    /// <summary>The network as it is now.</summary>
    public NeuralNetwork Network => _training.Network;

    /// <summary>How many iterations are done.</summary>
    public int Iteration => _training.Iteration;

    /// <summary>The loss up to now.</summary>
    public LossHistory Losses { get; } = new();

    /// <summary>The mean squared error of the held-out rows now; null if none are held out.</summary>
    public double? HeldOutLoss { get; private set; }

    /// <summary>How long the next step is, where that is found on the way; null where all are of one size.</summary>
    public double? StepSize => Lesson.Steps.StepSize is null ? _training.StepSize : null;

    /// <summary>How many iterations a second are wanted.</summary>
    public int Speed { get; private set; } = FirstSpeed;

    /// <summary>How many iterations a second are reached, where these are fewer than wanted.</summary>
    public int? SpeedReached { get; private set; }

    /// <summary>Whether the run waits for the user.</summary>
    public bool Paused { get; private set; }

    /// <summary>Whether all iterations are done.</summary>
    public bool Done => Iteration == Lesson.Iterations;

    /// <summary>What has come of the lesson so far, as if no more iterations had been asked for.</summary>
    public Outcome SoFar => new(Lesson, _training) { LeastHeldOut = _leastHeldOut };

    /// <summary>Does what a key asks for.</summary>
    public void Press(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.Spacebar:
                Paused = !Paused;
                break;
            case ConsoleKey.RightArrow:
                Paused = true;
                if (!Done)
                {
                    _training.Run(1, _interrupted);
                    Remember();
                }

                break;
            case ConsoleKey.UpArrow:
                Speed = Math.Min(Fastest, Speed * 2);
                break;
            case ConsoleKey.DownArrow:
                Speed = Math.Max(Slowest, Speed / 2);
                break;
            default:
                return;
        }

        _owed = 0;
        StartSpell();
        SpeedReached = null;
    }

    /// <summary>Takes the iterations that are due after some time, or fewer where they take too long.</summary>
    /// <param name="elapsed">The time since the last call.</param>
    /// <param name="limit">About how long the iterations may take.</param>
    public void Advance(TimeSpan elapsed, TimeSpan limit)
    {
        if (Paused || Done)
        {
            return;
        }

        int before = Iteration;
        _owed += Speed * elapsed.TotalSeconds;
        long start = Stopwatch.GetTimestamp();
        for (int batch = 1; _owed >= 1 && !Done && Stopwatch.GetElapsedTime(start) < limit; batch *= 2)
        {
            int iterations = (int)Math.Min(Math.Min(batch, _owed), Lesson.Iterations - Iteration);
            _training.Run(iterations, _interrupted);
            _owed -= iterations;
        }

        // What could not be done in time is not made up for later.
        _owed = Math.Min(_owed, 1);
        if (Iteration > before)
        {
            Remember();
        }

        Measure(Iteration - before, elapsed);
    }

    private void Remember()
    {
        Losses.Add(Iteration, Network.MeanSquaredError(Lesson.Data.Inputs, Lesson.Data.Targets));
        HeldOutLoss = _leastHeldOut?.Look(_training);
    }

    private void Measure(int iterations, TimeSpan elapsed)
    {
        _spellIterations += iterations;
        _spellTime += elapsed;
        if (_spellTime >= Spell)
        {
            double reached = _spellIterations / _spellTime.TotalSeconds;
            SpeedReached = reached < 0.9 * Speed && Speed > 2 ? (int)Math.Round(reached) : null;
            StartSpell();
        }
    }

    private void StartSpell() => (_spellIterations, _spellTime) = (0, TimeSpan.Zero);
}
