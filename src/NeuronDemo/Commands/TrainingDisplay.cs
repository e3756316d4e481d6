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

    /// <summary>Trains, and shows the bar meanwhile if somebody watches.</summary>
    public static T Train<T>(Session session, int iterations, Func<IProgress<TrainingProgress>?, T> train)
    {
        if (!session.ErrorIsTerminal)
        {
            return train(null);
        }

        Latest latest = new();
        Task<T> training = Task.Run(() => train(latest));
        if (Task.WaitAny([training], Patience) < 0)
        {
            Show(session, iterations, latest, training);
        }

        return training.GetAwaiter().GetResult();
    }

    private static void Show(Session session, int iterations, Latest latest, Task training)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(session.Error),

            // Spectre would ask standard output, which may well be redirected.
            Interactive = InteractionSupport.Yes,
        });

        // Spectre hides the cursor.
        using Suspension suspension = new(() => session.Error.Write("\e[?25h"), () => session.Error.Write("\e[?25l"));

        // The blank lines around the bar, which Spectre adds, stay: a ^C that the terminal echoes wraps, and would else leave
        // the bar standing above the last message.
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Describe(session, iterations, latest.Value, console.Profile.Width), maxValue: iterations);
                while (!training.IsCompleted && !session.Interrupted.IsCancellationRequested)
                {
                    bar.Description = Describe(session, iterations, latest.Value, console.Profile.Width);
                    bar.Value = latest.Value.Iteration;
                    Thread.Sleep(BetweenFrames);
                }
            });
    }

    private static string Describe(Session session, int iterations, TrainingProgress progress, int width)
    {
        // Always as wide, so that the bar beside it keeps its place.
        string iteration = $"{progress.Iteration}".PadLeft($"{iterations}".Length);
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
