using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

public sealed class GradientDescentTests
{
    private static readonly Gen<StepRule> Rules = Gen.OneOf(Gen.Double[0.01, 3].Select(StepRule.Fixed), Gen.Const(StepRule.Auto));

    public static TheoryData<string> AutoTrainings => [.. BoldDriverGolden.Numbers.Select(golden => golden.ToString())];

    [Theory]
    [MemberData(nameof(AutoTrainings))]
    public void Auto_steps_are_NumPys(string name)
    {
        BoldDriverGolden golden = BoldDriverGolden.Numbers.Single(training => training.ToString() == name);
        GradientDescent training = golden.Begin();

        for (int k = 0; k < golden.Iterations; k++)
        {
            Assert.Equal(golden.StepSizes[k], training.StepSize);
            training.Run(1);
            Assert.Equal(golden.Kept[k], training.LastStepKept);
        }

        Assert.Equal(golden.StepSizes[^1], training.StepSize);
        Assert.Equal(golden.Kept.Count(kept => !kept), training.StepsTakenBack);

        // The growing step swings across the valley and amplifies rounding: in a hundred iterations the last bit of a sum, which
        // depends on the width of the machine's vectors, becomes the ninth digit of a small weight.
        Assert.All(training.Network.Layers.Index(), layer => Near.Equal(Golden.Matrix(golden.Weights[layer.Index]), layer.Item.Weights, 1e-8));
        Assert.Equal(
            golden.MeanSquaredError, training.Network.MeanSquaredError(training.Inputs, training.Targets), 1e-9 * golden.MeanSquaredError);
    }

    [Theory]
    [MemberData(nameof(AutoTrainings))]
    public void Each_iteration_can_be_shown(string name)
    {
        BoldDriverGolden golden = BoldDriverGolden.Numbers.Single(training => training.ToString() == name);
        GradientDescent training = golden.Begin();

        for (int k = 0; k < golden.Iterations; k++)
        {
            TrainingStep step = TrainingStep.Take(training);

            Assert.Equal(k + 1, training.Iteration);
            Assert.Equal((golden.StepSizes[k], golden.Kept[k]), (step.StepSize, step.Kept));
            Assert.Equal(golden.Losses[k], step.LossAfter, 1e-9 * golden.Losses[k]);
            Matrix<double> left = step.Kept ? step.Layers[0].NewWeights : step.Layers[0].Weights;
            Near.Equal(left, training.Network.Layers[0].Weights, 1e-12);
        }
    }

    [Fact]
    public void Steps_of_a_fixed_size_are_those_that_Train_takes() =>
        RandomStep.Any.Sample(task =>
        {
            NeuralNetwork trained = task.Network();
            GradientDescent training = new(task.Network(), task.Inputs, task.Targets, StepRule.Fixed(task.StepSize));

            trained.Train(task.Inputs, task.Targets, 10, task.StepSize);
            training.Run(10);

            Assert.Equal(Weights(trained), Weights(training.Network));
            Assert.Equal((10, task.StepSize, true, 0), (training.Iteration, training.StepSize, training.LastStepKept, training.StepsTakenBack));
        }, iter: 50);

    [Fact]
    public void Parts_of_any_size_make_the_same_training() =>
        Gen.Select(RandomStep.Any, Rules, Gen.Int[0, 20].Array[1, 5]).Sample(
            (task, rule, parts) =>
            {
                GradientDescent atOnce = new(task.Network(), task.Inputs, task.Targets, rule);
                GradientDescent inParts = new(task.Network(), task.Inputs, task.Targets, rule);

                atOnce.Run(parts.Sum());
                foreach (int part in parts)
                {
                    inParts.Run(part);
                }

                Assert.Equal(parts.Sum(), inParts.Iteration);
                Assert.Equal(Weights(atOnce.Network), Weights(inParts.Network));
            },
            iter: 100);

    [Fact]
    public void The_loss_never_rises_with_auto_steps() =>
        RandomStep.Any.Sample(task =>
        {
            GradientDescent training = new(task.Network(), task.Inputs.Multiply(10), task.Targets, StepRule.Auto);
            double before = training.Network.MeanSquaredError(training.Inputs, training.Targets);
            for (int k = 0; k < 50; k++)
            {
                training.Run(1);
                double after = training.Network.MeanSquaredError(training.Inputs, training.Targets);

                Assert.InRange(after, 0, before * (1 + 1e-14));
                before = after;
            }
        }, iter: 50);

    /// <summary>The first: a weighted sum of inf - inf. The second: E beyond the largest number.</summary>
    [Theory]
    [InlineData(double.PositiveInfinity, 0.5)]
    [InlineData(1, 1e200)]
    public void A_loss_that_is_no_finite_number_counts_as_raised(double input, double target)
    {
        NeuralNetwork network = new(new Layer(Golden.Matrix([[10], [-10]])));
        GradientDescent training = new(network, Golden.Matrix([[input, input]]), Golden.Matrix([[target]]), StepRule.Auto);

        training.Run(3);

        Assert.Equal((3, 3, false, 1.0 / 8), (training.Iteration, training.StepsTakenBack, training.LastStepKept, training.StepSize));
        Assert.Equal(Golden.Matrix([[10], [-10]]), network.Layers[0].Weights);
    }

    [Fact]
    public void At_rest_the_step_grows_to_a_million_over_rows_and_no_further()
    {
        Matrix<double> zeros = Matrix<double>.Build.Dense(5, 2);
        GradientDescent training = new(new(1u, 2, 1), zeros, Matrix<double>.Build.Dense(5, 1), StepRule.Auto);
        Matrix<double> before = training.Network.Layers[0].Weights.Clone();

        training.Run(280);
        Assert.InRange(training.StepSize, 1e5 / 5, 1e6 / 5 - 1);
        training.Run(100_000);

        Assert.Equal(1e6 / 5, training.StepSize);
        Assert.Equal(before, training.Network.Layers[0].Weights);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20_000)]
    public void What_was_cancelled_can_be_continued(int rows)
    {
        foreach (StepRule rule in (StepRule[])[StepRule.Fixed(1.0 / rows), StepRule.Auto])
        {
            GradientDescent whole = Begin(rows, rule, threads: 1);
            GradientDescent cancelled = Begin(rows, rule, threads: 2);
            using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(30));

            Assert.Equal(0, Assert.Throws<TrainingCanceledException>(() => cancelled.Run(5, new(canceled: true))).Iteration);
            int done = Assert.Throws<TrainingCanceledException>(() => cancelled.Run(int.MaxValue, soon.Token)).Iteration;

            Assert.Equal(done, cancelled.Iteration);
            whole.Run(done);
            Assert.Equal(Weights(whole.Network), Weights(cancelled.Network));
            whole.Run(7);
            cancelled.Run(7);
            Assert.Equal(Weights(whole.Network), Weights(cancelled.Network));
            Assert.Equal((whole.StepSize, whole.StepsTakenBack), (cancelled.StepSize, cancelled.StepsTakenBack));
        }
    }

    [Fact]
    public void Nothing_is_touched_before_the_first_iteration()
    {
        GradientDescent training = Begin(4, StepRule.Auto, threads: 1);
        Matrix<double>[] before = [.. Weights(training.Network).Select(weights => weights.Clone())];

        training.Run(0, new(canceled: true));

        Assert.Equal(before, Weights(training.Network));
        Assert.Equal((0, 0.25, true, 0), (training.Iteration, training.StepSize, training.LastStepKept, training.StepsTakenBack));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        NeuralNetwork network = new(1u, 3, 1);
        Matrix<double> inputs = Matrix<double>.Build.Dense(4, 3);
        Matrix<double> targets = Matrix<double>.Build.Dense(4, 1);
        NeuralNetwork biased = new(new Layer(Matrix<double>.Build.Dense(3, 1), Vector<double>.Build.Dense(1)));
        GradientDescent training = new(network, inputs, targets, StepRule.Auto);
        training.Run(1);

        Assert.Throws<ArgumentNullException>("network", () => new GradientDescent(null!, inputs, targets, StepRule.Auto));
        Assert.Throws<ArgumentNullException>("stepRule", () => new GradientDescent(network, inputs, targets, null!));
        Assert.Throws<ArgumentException>("inputs", () => new GradientDescent(network, targets, targets, StepRule.Auto));
        Assert.Throws<ArgumentException>("targets", () => new GradientDescent(network, inputs, inputs, StepRule.Auto));
        Assert.Throws<InvalidOperationException>(() => new GradientDescent(biased, inputs, targets, StepRule.Auto));
        Assert.Throws<ArgumentOutOfRangeException>("stepSize", () => StepRule.Fixed(0));
        Assert.Throws<ArgumentOutOfRangeException>("iterations", () => training.Run(-1));
        Assert.Throws<ArgumentOutOfRangeException>("iterations", () => training.Run(int.MaxValue));
        Assert.Throws<ArgumentNullException>("training", () => TrainingStep.Take(null!));
    }

    private static IEnumerable<Matrix<double>> Weights(NeuralNetwork network) => network.Layers.Select(layer => layer.Weights);

    private static GradientDescent Begin(int rows, StepRule rule, int threads)
    {
        NumpyRandom random = new((uint)rows);
        Matrix<double> inputs = random.NextWeights(rows, 5);
        Matrix<double> targets = random.NextWeights(rows, 2).Map(value => value > 0 ? 1.0 : 0.0, Zeros.Include);
        return new(new NeuralNetwork(1u, 5, 4, 2) { Threads = threads }, inputs, targets, rule);
    }
}
