using System.Globalization;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Watch;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;
using Spectre.Console;

namespace NeuronDemo.Tests.Commands.Watch;

public sealed class WatchScreenTests
{
    private const int Iterations = 300;

    private static readonly NeuralNetwork Expected = Trained();

    // The numbers are NumPy's; the bars were measured out by hand: 51 cells for outputs, 24 a side for weights.
    [Fact]
    public void The_truth_table_at_iteration_1_looks_like_this()
    {
        string[] screen = Watched.Screen(Watched.Run(Watched.TruthTable(), 1));

        Assert.Equal(
            """
            Iteration 1 of 15000  64/s  running
            seed 1  hidden none  step size 1

            row  inputs  target output
              1  0 0 1        0 0.2993 │███████████████▎
              2  1 1 1        1 0.4438  ██████████████████████▋                            │
              3  1 0 1        1 0.3251  ████████████████▋                                  │
              4  0 1 1        0 0.4143 │█████████████████████▏

            weights, a whole bar is 1
            w1   0.1203                         │██▉
            w2   0.5046                         │████████████▏
            w3  -0.8506    ▐████████████████████│

            mean squared error 0.2565 from iteration 0 to 1, logarithmic
            """.Split('\n'),
            screen.Select(line => line.TrimEnd()).Take(15));
        Assert.Equal("q quit  space pause  → step  ↑↓ speed  +- step size  h add neuron  r next seed", screen[^1].TrimEnd());
    }

    [Fact]
    public void Each_row_shows_its_output_as_a_number_and_as_a_bar()
    {
        string[] rows = Watched.Screen(Watched.Run(Watched.TruthTable(), Iterations))[4..8];

        Vector<double> y = Expected.Think(TrainingSet.TruthTable.Inputs).Column(0);
        int cells = rows[0].Length - rows[0].IndexOf('│', StringComparison.Ordinal) - 2;
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Contains($" {y[i].ToString("F4", CultureInfo.InvariantCulture)} ", rows[i], StringComparison.Ordinal);
            Assert.Equal(y[i] * cells * 8, Watched.Eighths(rows[i]), tolerance: 0.5);
        }
    }

    [Fact]
    public void Each_weight_is_a_number_and_a_bar_on_its_signs_side()
    {
        string[] lines = Watched.Screen(Watched.Run(Watched.TruthTable(), Iterations))[10..13];

        Matrix<double> w = Expected.Layers[0].Weights;
        Assert.Equal(8, Math.Pow(2, Math.Ceiling(Math.Log2(w.Enumerate().Max(Math.Abs)))));
        int cells = 24;
        for (int i = 0; i < lines.Length; i++)
        {
            string[] sides = lines[i].Split('│');
            Assert.StartsWith($"w{i + 1} {w[i, 0].ToString("F4", CultureInfo.InvariantCulture),8} ", lines[i], StringComparison.Ordinal);
            Assert.Equal(Math.Max(0, w[i, 0]) / 8 * cells * 8, Watched.Eighths(sides[1]), tolerance: 0.5);
            Assert.Equal(Math.Max(0, -w[i, 0]) / 8 * cells * 8, Watched.Eighths(sides[0]), tolerance: 2);
        }
    }

    [Fact]
    public void The_loss_is_a_number_and_a_curve_between_powers_of_ten()
    {
        WatchRun run = new(Watched.TruthTable());
        List<double> losses = [run.Losses.Loss];
        for (int i = 0; i < 60; i++)
        {
            run.Press(ConsoleKey.RightArrow);
            losses.Add(run.Network.MeanSquaredError(run.Lesson.Data.Inputs, run.Lesson.Data.Targets));
        }

        string[] screen = Watched.Screen(run);
        int heading = Array.FindIndex(screen, line => line.StartsWith("mean squared error", StringComparison.Ordinal));
        string[] chart = screen[(heading + 1)..^2];

        Assert.Contains($"error {losses[^1].ToString("G4", CultureInfo.InvariantCulture)} from iteration 0 to 60", screen[heading], StringComparison.Ordinal);
        Assert.StartsWith("   1 ", chart[0], StringComparison.Ordinal);
        Assert.StartsWith("0.01 ", chart[^1], StringComparison.Ordinal);
        for (int k = 0; k <= 60; k++)
        {
            int eighths = chart.Sum(line => line[5 + k] == ' ' ? 0 : line[5 + k] - '▁' + 1);
            Assert.Equal((Math.Log10(losses[k]) + 2) / 2 * chart.Length * 8, eighths, tolerance: 0.5);
        }
    }

    [Fact]
    public void A_target_between_0_and_1_has_its_mark_in_the_bar()
    {
        TrainingSet data = new(Matrix<double>.Build.Dense(1, 1, 0.0), Matrix<double>.Build.Dense(1, 1, 0.25));

        string row = Watched.Screen(new(Watched.LessonOf(data, iterations: 10)))[4].TrimEnd();

        // S(0) = 1/2, so the bar ends in the middle.
        int start = row.IndexOf("0.5000", StringComparison.Ordinal) + 8;
        int cells = 80 - start - 1;
        Assert.Equal(cells / 4.0, row.IndexOf('│', StringComparison.Ordinal) - start + 0.5, tolerance: 1);
        Assert.Equal(cells / 2.0 * 8 - 8, Watched.Eighths(row), tolerance: 0.5);
        Assert.Contains(" 0.25 ", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "running", "paused", "done", "2 more rows")]
    [InlineData(Language.Chinese, "运行中", "暂停", "完成", "另有 2 行")]
    public void It_tells_what_it_does_and_what_it_leaves_out(Language language, string running, string paused, string done, string more)
    {
        WatchRun run = new(Watched.TruthTable(iterations: 2));
        Assert.Contains(running, Watched.Screen(run, language: language)[0], StringComparison.Ordinal);

        run.Press(ConsoleKey.RightArrow);
        Assert.Contains(paused, Watched.Screen(run, language: language)[0], StringComparison.Ordinal);

        run.Press(ConsoleKey.RightArrow);
        string[] small = Watched.Screen(run, width: 40, height: 7, language);
        Assert.Contains(done, small[0], StringComparison.Ordinal);
        Assert.Contains(small, line => line.Contains(more, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_many_rows_inputs_targets_and_weights_some_are_shown_and_all_are_counted()
    {
        string[] screen = Watched.Screen(new(Watched.LessonOf(Watched.RandomData(1797, 64, 10), iterations: 10, [32])));

        Assert.Contains(" inputs 2/64 ", screen[3], StringComparison.Ordinal);
        Assert.EndsWith("output 3 +7", screen[3].TrimEnd(), StringComparison.Ordinal);
        Assert.StartsWith("   1 ", screen[4], StringComparison.Ordinal);
        Assert.StartsWith("1797 ", screen[10], StringComparison.Ordinal);
        Assert.Equal("… 1790 more rows", screen[11].TrimEnd());
        Assert.StartsWith("weights, 6 of 2368,", screen[13], StringComparison.Ordinal);
        Assert.StartsWith("W1[1,1]", screen[14], StringComparison.Ordinal);
        Assert.Contains("W2[32,10]", screen[16], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    public void Weights_that_have_gone_to_infinity_do_no_harm(double weight)
    {
        WatchRun run = new(Watched.TruthTable());
        run.Network.Layers[0].Weights.MapInplace(_ => weight);
        run.Network.Layers[0].Weights[1, 0] = double.NegativeInfinity;
        run.Network.Layers[0].Weights[2, 0] = double.NaN;

        string[] screen = Watched.Screen(run);

        Assert.Contains(screen, line => line.Contains("w2     -inf", StringComparison.Ordinal));
        Assert.Contains(screen, line => line.Contains("nan", StringComparison.Ordinal));
    }

    [Fact]
    public void On_a_screen_of_any_size_every_cell_is_written_and_none_beyond()
    {
        WatchRun[] runs =
        [
            new(Watched.TruthTable()),
            Watched.Run(Watched.TruthTable(), 1000),
            Watched.Run(Watched.TruthTable(15000, [4, 2]), 50),
            Watched.Run(Watched.LessonOf(Watched.RandomData(150, 5, 3) with { HasNames = true, Meaning = new(new NumberTarget("setosa"), new NumberTarget("变色鸢尾花种类"), new NumberTarget("v")) }, int.MaxValue), 9),
            Watched.Run(Watched.LessonOf(Watched.RandomData(1000, 64, 10), 100, [32]), 3),
            Watched.Run(Watched.LessonOf(Watched.RandomData(1, 1, 1), 100), 100),
            Watched.Run(Sample.HoldOut(1000), 50),
        ];

        Gen.Select(Gen.Int[0, runs.Length - 1], Gen.Int[1, 250], Gen.Int[1, 80], Gen.Enum<Language>()).Sample((index, width, height, language) =>
        {
            string[] screen = Watched.Screen(runs[index], width, height, language);
            Assert.Equal(height, screen.Length);
            Assert.All(screen, line => Assert.Equal(width, line.GetCellWidth()));
        });
    }

    [Theory]
    [InlineData(Language.English, 80, 1)]
    [InlineData(Language.English, 60, 2)]
    [InlineData(Language.English, 40, 2)]
    [InlineData(Language.English, 30, 3)]
    [InlineData(Language.Chinese, 80, 1)]
    [InlineData(Language.Chinese, 60, 2)]
    [InlineData(Language.Chinese, 40, 2)]
    public void Whatever_the_width_it_says_what_is_set_and_which_keys_there_are(Language language, int width, int keyLines)
    {
        WatchRun run = Watched.Run(Watched.TruthTable(15000, [4, 2], stepSize: 0.25) with { Seed = 4294967295 }, 1);

        string[] screen = Watched.Screen(run, width, language: language);

        (string settings, string[] keys) = language == Language.English
            ? ("seed 4294967295  hidden 4,2  step size 0.25", ["q quit", "space pause", "→ step", "↑↓ speed", "+- step size", "h add neuron", "r next seed"])
            : ("种子 4294967295  隐藏层 4,2  步长 0.25", (string[])["q 退出", "空格 暂停", "→ 单步", "↑↓ 速度", "+- 步长", "h 加神经元", "r 下一个种子"]);
        Assert.StartsWith(settings[..Math.Min(settings.Length, width - 1)], screen[1], StringComparison.Ordinal);
        Assert.Equal(keys, string.Join("  ", screen[^keyLines..].Select(line => line.TrimEnd())).Split("  "));
    }

    [Theory]
    [InlineData(Language.English, "step size auto, now ", "held-out rows ", "right: ")]
    [InlineData(Language.Chinese, "步长 auto，现为 ", "留出行 ", "正确率：留出行 ")]
    public void Held_out_rows_and_the_step_found_on_the_way_are_told(Language language, string step, string heldOut, string right)
    {
        WatchRun run = Watched.Run(Sample.HoldOut(1000), 200);

        string[] screen = Watched.Screen(run, language: language);

        Outcome outcome = Sample.HoldOut(200).Learn();
        Assert.EndsWith(step + outcome.StepSize.ToString("G4", CultureInfo.InvariantCulture), screen[1].TrimEnd(), StringComparison.Ordinal);
        string line = Assert.Single(screen, line => line.StartsWith(heldOut, StringComparison.Ordinal));
        Assert.Contains(heldOut + outcome.HeldOut!.MeanSquaredError.ToString("G4", CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.Contains($"{right}{(100.0 * outcome.HeldOut.RowsRight / 20).ToString("0.0", CultureInfo.InvariantCulture)}%", line, StringComparison.Ordinal);
        Assert.Contains($" {(100.0 * outcome.Answers.RowsRight / 40).ToString("0.0", CultureInfo.InvariantCulture)}%", line, StringComparison.Ordinal);
        Assert.Contains(
            Watched.Screen(run, 80, 10, language),
            small => small.Contains(outcome.HeldOut.MeanSquaredError.ToString("G4", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_a_file_stand_there_with_its_numbers_and_cells()
    {
        TrainingSet data = new TrainingSet(
            Matrix<double>.Build.DenseOfRowArrays([1200, 0, 1], [0.5, 1, 0]), Matrix<double>.Build.DenseOfRowArrays([0], [1]))
        {
            InputColumns = [new("weight"), new("sex") { Texts = ["female", "male"] }],
            RowNumbers = [6, 41],
        }.Standardize();

        string[] screen = Watched.Screen(new(Watched.LessonOf(data, iterations: 10)));

        Assert.StartsWith("  7  1200   male ", screen[4], StringComparison.Ordinal);
        Assert.StartsWith(" 42   0.5 female ", screen[5], StringComparison.Ordinal);
    }

    private static NeuralNetwork Trained()
    {
        NeuralNetwork network = new(1u, 3, 1);
        network.Train(TrainingSet.TruthTable.Inputs, TrainingSet.TruthTable.Targets, Iterations);
        return network;
    }
}
