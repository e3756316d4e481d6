using System.Globalization;
using NeuronDemo.Network;
using Spectre.Console;

namespace NeuronDemo.Commands;

/// <summary>A progress bar on standard error, for training that takes longer than about a second.</summary>
internal static class TrainingDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);

    // On a narrower terminal the bar would vanish and the lines wrap.
    private const int RoomForAll = 72;

    /// <summary>Trains while the bar is shown.</summary>
    public static void Train(Session session, Lesson lesson)
    {
        Latest latest = new();
        Task training = Task.Run(() => lesson.Network.Train(
            lesson.Data.Inputs, lesson.Data.Targets, lesson.Iterations, lesson.StepSize, latest, session.Interrupted));
        if (Task.WaitAny([training], Patience) < 0)
        {
            Show(session, lesson, latest, training);
        }

        training.GetAwaiter().GetResult();
    }

    private static void Show(Session session, Lesson lesson, Latest latest, Task training)
    {
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(session.Error) });

        // The blank lines around the bar, which Spectre adds, stay: a ^C that the terminal echoes wraps, and would else leave
        // the bar standing above the last message.
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Describe(session, lesson, latest.Value, console.Profile.Width), maxValue: lesson.Iterations);
                while (!training.IsCompleted)
                {
                    bar.Description = Describe(session, lesson, latest.Value, console.Profile.Width);
                    bar.Value = latest.Value.Iteration;
                    Thread.Sleep(BetweenFrames);
                }
            });
    }

    private static string Describe(Session session, Lesson lesson, TrainingProgress progress, int width)
    {
        // Always as wide, so that the bar beside it keeps its place.
        string iteration = $"{progress.Iteration}".PadLeft($"{lesson.Iterations}".Length);
        string error = progress.MeanSquaredError.ToString("G4", CultureInfo.InvariantCulture).PadRight("1.234E-56".Length);
        return width < RoomForAll ? session.Say($"iteration {iteration}", $"第 {iteration} 次迭代") : session.Say(
            $"iteration {iteration}, mean squared error {error}",
            $"第 {iteration} 次迭代，均方误差 {error}");
    }

    private sealed class Latest : IProgress<TrainingProgress>
    {
        private readonly Lock _gate = new();
        private TrainingProgress _value;

        public TrainingProgress Value
        {
            get
            {
                lock (_gate)
                {
                    return _value;
                }
            }
        }

        public void Report(TrainingProgress value)
        {
            lock (_gate)
            {
                _value = value;
            }
        }
    }
}
