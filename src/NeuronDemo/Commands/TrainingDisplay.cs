using System.Globalization;
using NeuronDemo.Network;
using Spectre.Console;

namespace NeuronDemo.Commands;

/// <summary>A progress bar on standard error, for training that takes longer than about a second.</summary>
internal static class TrainingDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);

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
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(session.Error) });
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Describe(session, latest.Value), maxValue: iterations);
                while (!training.IsCompleted)
                {
                    bar.Description = Describe(session, latest.Value);
                    bar.Value = latest.Value.Iteration;
                    Thread.Sleep(BetweenFrames);
                }
            });
    }

    private static string Describe(Session session, TrainingProgress progress)
    {
        string error = progress.MeanSquaredError.ToString("G4", CultureInfo.InvariantCulture);
        return session.Say(
            $"iteration {progress.Iteration}, mean squared error {error}",
            $"第 {progress.Iteration} 次迭代，均方误差 {error}");
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
