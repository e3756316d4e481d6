using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Watch;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Docs;

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

    [Theory]
    [InlineData(1u, 2u)]
    [InlineData(uint.MaxValue, 0u)]
    public void R_begins_again_with_the_next_seed(uint seed, uint next)
    {
        WatchRun run = Watched.Run(Watched.TruthTable(hidden: [4]) with { Seed = seed }, 32);
        run.Press(ConsoleKey.UpArrow);

        run.Press(ConsoleKey.R);

        Assert.Equal((next, 0, 0, 128, false), (run.Lesson.Seed, run.Iteration, run.Losses.Iteration, run.Speed, run.Paused));
        Assert.Equal(new NeuralNetwork(next, 3, 4, 1).Layers.Select(layer => layer.Weights), run.Network.Layers.Select(layer => layer.Weights));
    }

    [Fact]
    public void Another_seed_holds_out_other_rows()
    {
        using CsvFile file = CsvFile.Open(Document.FullPath("examples/iris.csv"), CancellationToken.None);
        TrainingSet Read(uint seed) => TrainingSetReader.Read(file, new() { HoldOut = 0.2, Seed = seed }, CancellationToken.None);
        WatchRun run = new(Watched.LessonOf(Read(1), 1000), Read);

        run.Press(ConsoleKey.R);
        run.Press(ConsoleKey.RightArrow);

        Outcome expected = new Lesson { Data = Read(2), Seed = 2, Iterations = 1 }.Learn();
        Assert.Equal(expected.Lesson.Data.HeldOut!.RowNumbers, run.Lesson.Data.HeldOut!.RowNumbers);
        Assert.Equal(expected.Network.Layers[0].Weights, run.Network.Layers[0].Weights);
        Assert.Equal(expected.HeldOut!.MeanSquaredError, run.HeldOutLoss);
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("4", "5")]
    [InlineData("4,2", "4,3")]
    [InlineData("100000", "100000")]
    public void H_adds_a_neuron_to_the_last_hidden_layer_and_begins_again(string before, string after)
    {
        WatchRun run = Watched.Run(Watched.TruthTable(hidden: SizesIn(before)) with { Seed = 7 }, 1);

        run.Press(ConsoleKey.H);

        Assert.Equal((7u, 0), (run.Lesson.Seed, run.Iteration));
        Assert.Equal(new NeuralNetwork(7u, [3, .. SizesIn(after), 1]).Layers.Select(layer => layer.Weights), run.Network.Layers.Select(layer => layer.Weights));

        static int[] SizesIn(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
    }

    [Fact]
    public void What_cannot_be_begun_is_refused_and_the_run_stays_as_it_is()
    {
        Message why = new("Too large.", "太大。");
        WatchRun run = new(Watched.TruthTable(), _ => throw new UnusableInputException(why));
        run.Press(ConsoleKey.RightArrow);

        run.Press(ConsoleKey.R);

        Assert.Equal((1u, 1, why), (run.Lesson.Seed, run.Iteration, run.Refusal));

        run.Press(ConsoleKey.Spacebar);

        Assert.Null(run.Refusal);
    }

    [Fact]
    public void Plus_doubles_the_step_size_and_minus_halves_it_in_the_middle_of_the_training()
    {
        WatchRun run = Watched.Run(Watched.TruthTable(), 32);
        NeuralNetwork expected = run.Network.Clone();

        run.Press(ConsoleKey.Add);
        Assert.False(run.IsMixed);
        run.Press(ConsoleKey.RightArrow);
        run.Press(ConsoleKey.Subtract);
        run.Press(ConsoleKey.Subtract);
        run.Press(ConsoleKey.RightArrow);

        expected.Train(run.Lesson.Data.Inputs, run.Lesson.Data.Targets, 1, stepSize: 2);
        expected.Train(run.Lesson.Data.Inputs, run.Lesson.Data.Targets, 1, stepSize: 0.5);
        Assert.Equal(expected.Layers[0].Weights, run.Network.Layers[0].Weights);
        Assert.Equal((0.5, true), (run.StepSize, run.IsMixed));

        run.Press(ConsoleKey.R);

        Assert.Equal((0.5, false), (run.StepSize, run.IsMixed));
    }

    [Fact]
    public void Only_a_step_that_was_taken_counts()
    {
        WatchRun run = Watched.Run(Watched.TruthTable(), 32);

        run.Press(ConsoleKey.Add);
        Assert.Equal(1, run.SoFar.Lesson.Steps.StepSize);
        run.Press(ConsoleKey.Subtract);
        run.Press(ConsoleKey.RightArrow);

        Assert.False(run.IsMixed);
    }

    [Theory]
    [InlineData(double.MaxValue, ConsoleKey.Add)]
    [InlineData(double.Epsilon, ConsoleKey.Subtract)]
    public void A_step_size_stays_a_number_greater_than_0(double stepSize, ConsoleKey key)
    {
        WatchRun run = new(Watched.TruthTable(stepSize: stepSize));

        run.Press(key);

        Assert.Equal(stepSize, run.StepSize);
    }

    [Theory]
    [InlineData(ConsoleKey.Add)]
    [InlineData(ConsoleKey.Subtract)]
    public void A_step_size_that_is_found_on_the_way_is_not_changed_and_the_screen_says_why(ConsoleKey key)
    {
        WatchRun run = Watched.Run(Watched.TruthTable() with { Steps = StepRule.Auto }, 32);
        double before = run.StepSize;

        run.Press(key);

        Assert.Equal((StepRule.Auto, before), (run.Lesson.Steps, run.StepSize));
        Translation.AssertComplete(run.Refusal!);
        Assert.Equal(run.Refusal!.English, Watched.Screen(run)[^1].TrimEnd());
        Assert.Equal(run.Refusal.Chinese, Watched.Screen(run, language: Language.Chinese)[^1].TrimEnd());
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
        WatchRun run = new(Watched.TruthTable(), interrupted: interrupt.Token);
        run.Press(ConsoleKey.RightArrow);
        interrupt.Cancel();

        Assert.Equal(1, Assert.Throws<TrainingCanceledException>(() => run.Press(ConsoleKey.RightArrow)).Iteration);
        run.Press(ConsoleKey.Spacebar);
        Assert.Equal(1, Assert.Throws<TrainingCanceledException>(() => run.Advance(TimeSpan.FromSeconds(1), Watched.NoLimit)).Iteration);
    }
}
