using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Watch;
using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Commands.Watch;

public sealed class WatchRunTests
{
    [Fact]
    public void It_advances_by_speed_times_time_and_forgets_no_fraction()
    {
        WatchRun run = new(Watched.TruthTable());

        for (int i = 0; i < 1000; i++)
        {
            run.Advance(TimeSpan.FromMilliseconds(1), Watched.NoLimit);
        }

        Assert.Equal(run.Speed, run.Iteration, tolerance: 1.0);
    }

    [Fact]
    public void However_it_is_cut_into_pieces_the_weights_are_those_of_train_to_the_bit()
    {
        Lesson lesson = Watched.TruthTable(iterations: 1000, [4]);
        WatchRun run = new(lesson);
        while (!run.Done)
        {
            run.Press(ConsoleKey.RightArrow);
            run.Press(ConsoleKey.Spacebar);
            run.Press(ConsoleKey.UpArrow);
            run.Advance(TimeSpan.FromMilliseconds(20), Watched.NoLimit);
        }

        NeuralNetwork expected = new(1u, 3, 4, 1);
        expected.Train(lesson.Data.Inputs, lesson.Data.Targets, 1000);
        Assert.Equal(1000, run.Iteration);
        Assert.Equal(expected.Layers.Select(layer => layer.Weights), run.Network.Layers.Select(layer => layer.Weights));
        Assert.Equal(expected.MeanSquaredError(lesson.Data.Inputs, lesson.Data.Targets), run.Losses.Loss);
    }

    [Fact]
    public void Space_pauses_and_resumes()
    {
        WatchRun run = Watched.Run(Watched.TruthTable(), 32);

        run.Press(ConsoleKey.Spacebar);
        run.Advance(TimeSpan.FromSeconds(10), Watched.NoLimit);

        Assert.True(run.Paused);
        Assert.Equal(32, run.Iteration);

        run.Press(ConsoleKey.Spacebar);
        run.Advance(TimeSpan.FromSeconds(1), Watched.NoLimit);

        Assert.False(run.Paused);
        Assert.Equal(32 + run.Speed, run.Iteration);
    }

    [Fact]
    public void The_right_arrow_takes_a_single_step_and_pauses()
    {
        WatchRun run = Watched.Run(Watched.TruthTable(), 32);

        run.Press(ConsoleKey.RightArrow);
        run.Advance(TimeSpan.FromSeconds(10), Watched.NoLimit);

        Assert.True(run.Paused);
        Assert.Equal(33, run.Iteration);

        run.Press(ConsoleKey.RightArrow);

        Assert.Equal((34, 34), (run.Iteration, run.Losses.Iteration));
    }

    [Fact]
    public void Up_doubles_the_speed_and_down_halves_it_between_1_and_16777216()
    {
        WatchRun run = new(Watched.TruthTable());
        int first = run.Speed;

        run.Press(ConsoleKey.UpArrow);
        Assert.Equal(2 * first, run.Speed);
        run.Press(ConsoleKey.DownArrow);
        run.Press(ConsoleKey.DownArrow);
        Assert.Equal(first / 2, run.Speed);

        Assert.Equal(1, SpeedAfter(ConsoleKey.DownArrow));
        Assert.Equal(16777216, SpeedAfter(ConsoleKey.UpArrow));

        int SpeedAfter(ConsoleKey key)
        {
            for (int i = 0; i < 40; i++)
            {
                run.Press(key);
            }

            return run.Speed;
        }
    }

    [Fact]
    public void Other_keys_do_nothing()
    {
        WatchRun run = new(Watched.TruthTable());

        run.Press(ConsoleKey.A);
        run.Press(ConsoleKey.LeftArrow);

        Assert.Equal((0, 64, false), (run.Iteration, run.Speed, run.Paused));
    }

    [Fact]
    public void It_ends_with_the_last_iteration()
    {
        WatchRun run = new(Watched.TruthTable(iterations: 10));

        run.Advance(TimeSpan.FromSeconds(1), Watched.NoLimit);
        run.Press(ConsoleKey.RightArrow);

        Assert.True(run.Done);
        Assert.Equal(10, run.Iteration);
    }

    [Fact]
    public void Without_iterations_it_is_done_at_once() => Assert.True(new WatchRun(Watched.TruthTable(iterations: 0)).Done);

    [Fact]
    public void What_takes_too_long_is_left_out_and_the_speed_reached_is_told()
    {
        WatchRun run = new(Watched.TruthTable(int.MaxValue));
        for (int i = 0; i < 40; i++)
        {
            run.Press(ConsoleKey.UpArrow);
        }

        for (int i = 0; i < 10; i++)
        {
            run.Advance(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(run.SpeedReached!.Value, 1, run.Speed / 2);
        Assert.Equal(run.Iteration / 2.0, run.SpeedReached.Value, run.Iteration * 1.0);
    }

    [Fact]
    public void The_lesson_so_far_answers_with_the_weights_of_now()
    {
        WatchRun run = Watched.Run(Watched.TruthTable(), 64);
        Matrix<double> before = run.SoFar.Answers.Outputs;

        run.Press(ConsoleKey.RightArrow);

        Assert.Equal(65, run.SoFar.Lesson.Iterations);
        Assert.Equal(run.Network.Think(run.Lesson.Data.Inputs), run.SoFar.Answers.Outputs);
        Assert.NotEqual(before, run.SoFar.Answers.Outputs);
    }

    [Fact]
    public void An_interrupt_ends_the_iterations_that_are_under_way()
    {
        using CancellationTokenSource interrupt = new();
        WatchRun run = new(Watched.TruthTable(), interrupt.Token);
        run.Press(ConsoleKey.RightArrow);
        interrupt.Cancel();

        Assert.Equal(1, Assert.Throws<TrainingCanceledException>(() => run.Press(ConsoleKey.RightArrow)).Iteration);
        run.Press(ConsoleKey.Spacebar);
        Assert.Equal(1, Assert.Throws<TrainingCanceledException>(() => run.Advance(TimeSpan.FromSeconds(1), Watched.NoLimit)).Iteration);
    }
}
