using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Watch;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using Spectre.Console.Testing;

namespace NeuronDemo.Tests.Commands.Watch;

/// <summary>Runs to watch, and what is on the screen of them.</summary>
internal static class Watched
{
    public static readonly TimeSpan NoLimit = TimeSpan.FromHours(1);

    public static Lesson TruthTable(int iterations = 15000, int[]? hidden = null, double stepSize = 1) =>
        LessonOf(TrainingSet.TruthTable, iterations, hidden, stepSize);

    public static Lesson LessonOf(TrainingSet data, int iterations, int[]? hidden = null, double stepSize = 1) =>
        new() { Data = data, Iterations = iterations, Hidden = hidden ?? [], Steps = StepRule.Fixed(stepSize) };

    /// <summary>Rows of random inputs and of targets 0 and 1.</summary>
    public static TrainingSet RandomData(int rows, int inputs, int targets)
    {
        Random random = new(rows);
        return new(
            Matrix<double>.Build.Dense(rows, inputs, (_, _) => random.NextDouble() * 20 - 10),
            Matrix<double>.Build.Dense(rows, targets, (_, _) => random.Next(2)));
    }

    /// <summary>A run that has come as far as asked.</summary>
    public static WatchRun Run(Lesson lesson, int iterations)
    {
        WatchRun run = new(lesson);
        run.Advance(TimeSpan.FromSeconds(iterations / (double)run.Speed), NoLimit);
        Assert.Equal(iterations, run.Iteration);
        return run;
    }

    /// <summary>The lines of the screen, with all their spaces.</summary>
    public static string[] Screen(WatchRun run, int width = 80, int height = 24, Language language = Language.English)
    {
        using TestConsole console = new();
        console.Profile.Width = width;
        console.Write(new WatchScreen(run, language, height));
        return console.Output.Split('\n')[..^1];
    }

    /// <summary>How long the bars in a line are, in eighths of a cell.</summary>
    public static int Eighths(string line) => line.Sum(c => c switch
    {
        '▐' => 4,
        >= '█' and <= '▏' => '▐' - c,
        _ => 0,
    });
}
