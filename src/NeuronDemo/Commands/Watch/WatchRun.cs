using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using NeuronDemo.Commands.Options;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
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

    private readonly Func<uint, TrainingSet>? _read;
    private readonly CancellationToken _interrupted;
    private GradientDescent _training;
    private BestOnHeldOut? _leastHeldOut;
    private StepRule? _taken;
    private double _owed;
    private int _spellIterations;
    private TimeSpan _spellTime;

    /// <summary>Begins before the first iteration.</summary>
    /// <param name="lesson">What to learn.</param>
    /// <param name="read">Reads the rows with another seed, where these hold out others.</param>
    /// <param name="interrupted">Ends an iteration over many rows in its middle.</param>
    public WatchRun(Lesson lesson, Func<uint, TrainingSet>? read = null, CancellationToken interrupted = default)
    {
        _read = read;
        _interrupted = interrupted;
        Begin(lesson);
    }

    /// <summary>What is learned, with the settings of now.</summary>
    public Lesson Lesson { get; private set; }

    /// <summary>The network as it is now.</summary>
    public NeuralNetwork Network => _training.Network;

    /// <summary>How many iterations are done.</summary>
    public int Iteration => _training.Iteration;

    /// <summary>The loss up to now.</summary>
    public LossHistory Losses { get; private set; }

    /// <summary>The mean squared error of the held-out rows now; null if none are held out.</summary>
    public double? HeldOutLoss { get; private set; }

    /// <summary>How long the next step is.</summary>
    public double StepSize => _training.StepSize;

    /// <summary>Whether the step size was changed between two iterations.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Why the last key did not do what it does otherwise, if so.</summary>
    public Message? Refusal { get; private set; }

    /// <summary>How many iterations a second are wanted.</summary>
    public int Speed { get; private set; } = FirstSpeed;

    /// <summary>How many iterations a second are reached, where these are fewer than wanted.</summary>
    public int? SpeedReached { get; private set; }

    /// <summary>Whether the run waits for the user.</summary>
    public bool Paused { get; private set; }

    /// <summary>Whether all iterations are done.</summary>
    public bool Done => Iteration == Lesson.Iterations;

    /// <summary>What has come of the lesson so far, as if no more iterations had been asked for.</summary>
    public Outcome SoFar => new(Lesson with { Steps = _taken ?? Lesson.Steps }, _training) { BestOnHeldOut = _leastHeldOut };

    /// <summary>Does what a key asks for.</summary>
    public void Press(ConsoleKey key)
    {
        Refusal = null;
        switch (key)
        {
            case ConsoleKey.Spacebar:
                Paused = !Paused;
                break;
            case ConsoleKey.RightArrow:
                Paused = true;
                if (!Done)
                {
                    Take(1);
                    Remember();
                }

                break;
            case ConsoleKey.UpArrow:
                Speed = Math.Min(Fastest, Speed * 2);
                break;
            case ConsoleKey.DownArrow:
                Speed = Math.Max(Slowest, Speed / 2);
                break;
            case ConsoleKey.Add:
                MultiplyStepSize(2);
                break;
            case ConsoleKey.Subtract:
                MultiplyStepSize(0.5);
                break;
            case ConsoleKey.H:
                Restart(() => Lesson with { Hidden = WithOneMore(Lesson.Hidden) });
                break;
            case ConsoleKey.R:
                uint seed = unchecked(Lesson.Seed + 1);
                Restart(() => Lesson with { Seed = seed, Data = _read?.Invoke(seed) ?? Lesson.Data });
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
            Take(iterations);
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

    // A layer of one where there is none yet.
    private static int[] WithOneMore(IReadOnlyList<int> hidden) =>
        hidden.Count == 0 ? [1] : [.. hidden.SkipLast(1), Math.Min(hidden[^1] + 1, HiddenOption.MostNeurons)];

    [MemberNotNull(nameof(Lesson), nameof(_training), nameof(Losses))]
    private void Begin(Lesson lesson)
    {
        _training = lesson.Begin();
        Lesson = lesson;
        Losses = new();
        _leastHeldOut = lesson.Data.HeldOut is null ? null : new(lesson.Data.HeldOut);
        (_taken, IsMixed) = (null, false);
        Remember();
    }

    private void Restart(Func<Lesson> lesson)
    {
        try
        {
            Begin(lesson());
        }
        catch (UnusableInputException exception)
        {
            Refusal = exception.Text;
        }
    }

    private void MultiplyStepSize(double factor)
    {
        if (Lesson.Steps.StepSize is not double size)
        {
            Refusal = new(
                "The step size is auto; + and - change a fixed one (say --step-size 1).",
                "步长为 auto（自动调节）；+ 和 - 只能改变固定的步长（如 --step-size 1）。");
        }
        else if (double.IsFinite(size * factor) && size * factor > 0)
        {
            Lesson = Lesson with { Steps = StepRule.Fixed(size * factor) };
            _training.ChangeStepSize(size * factor);
        }
    }

    private void Take(int iterations)
    {
        IsMixed |= _taken is not null && _taken != Lesson.Steps;
        _taken = Lesson.Steps;
        _training.Run(iterations, _interrupted);
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
