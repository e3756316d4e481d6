using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

public sealed class GradientCheckTests
{
    [Fact]
    public void Adjustments_are_the_negative_slope_of_the_loss() =>
        RandomStep.Any.Sample(task =>
        {
            TrainingStep step = TrainingStep.Of(task.Network(), task.Inputs, task.Targets, task.StepSize);

            IReadOnlyList<WeightCheck> checks = GradientCheck.Of(step);

            Assert.Equal(task.Network().Layers.Sum(layer => layer.InputCount * layer.OutputCount), checks.Count);
            Assert.All(checks, check =>
            {
                Assert.Equal(step.Layers[check.Layer].Adjustment[check.Input, check.Neuron], check.Adjustment);
                Assert.InRange(check.RelativeDifference, 0, 1e-6);
            });
        }, iter: 300);

    [Fact]
    public void Large_inputs_and_small_ones_are_measured_as_well()
    {
        foreach (double scale in new[] { 1e-3, 1e3, 1e6 })
        {
            Matrix<double> inputs = scale * Matrix<double>.Build.DenseOfRowArrays([0.3, -1], [1, 0.2], [-0.4, 0.7]);
            Matrix<double> targets = Matrix<double>.Build.DenseOfRowArrays([0], [1], [1]);
            NeuralNetwork network = new(new Layer(Matrix<double>.Build.DenseOfRowArrays([0.5 / scale], [-0.25 / scale])));

            IReadOnlyList<WeightCheck> checks = GradientCheck.Of(TrainingStep.Of(network, inputs, targets, 1));

            Assert.All(checks, check => Assert.InRange(check.RelativeDifference, 0, 1e-6));
        }
    }

    [Fact]
    public void A_wrong_adjustment_is_found()
    {
        TrainingStep step = StepGolden.Numbers[0].Take();
        step.Layers[0].Adjustment[1, 0] *= 1.0001;

        IReadOnlyList<WeightCheck> checks = GradientCheck.Of(step);

        Assert.InRange(checks[1].RelativeDifference, 0.99e-4, 1.01e-4);
        Assert.True(checks[0].RelativeDifference < 1e-6 && checks[2].RelativeDifference < 1e-6);
    }

    [Fact]
    public void Differences_are_relative_to_the_number_or_to_a_hundredth_of_the_largest_adjustment() =>
        RandomStep.Any.Sample(task =>
        {
            IReadOnlyList<WeightCheck> checks = GradientCheck.Of(TrainingStep.Of(task.Network(), task.Inputs, task.Targets, task.StepSize));

            double largest = checks.Max(check => Math.Abs(check.Adjustment));
            Assert.All(checks, check =>
            {
                double unit = Math.Max(Math.Max(Math.Abs(check.Adjustment), Math.Abs(check.CentralDifference)), largest / 100);
                double expected = unit == 0 ? 0 : Math.Abs(check.Adjustment - check.CentralDifference) / unit;
                Assert.Equal(expected, check.RelativeDifference, 1e-12 * expected);
            });
        }, iter: 300);

    [Theory]
    [InlineData(0.5, -4, GradientCheck.Reach / 4)]
    [InlineData(0.5, 0, GradientCheck.Reach)]
    [InlineData(-1e15, 1, 1e3)]
    public void A_weight_is_moved_as_far_as_its_inputs_and_its_digits_ask_for(double weight, double input, double h)
    {
        NeuralNetwork network = new(new Layer(Matrix<double>.Build.Dense(1, 1, weight)));
        Matrix<double> one = Matrix<double>.Build.Dense(1, 1, 1);

        WeightCheck check = Assert.Single(GradientCheck.Of(TrainingStep.Of(network, input * one, one, 1)));

        Assert.Equal(h, check.H, 1e-12 * h);
    }

    [Fact]
    public void Nothing_to_check_is_refused()
    {
        Assert.Throws<ArgumentNullException>("step", () => GradientCheck.Of(null!));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => GradientCheck.Of(StepGolden.Numbers[0].Take(), 0));
    }

    [Fact]
    public void A_neuron_that_no_longer_moves_differs_by_nothing()
    {
        NeuralNetwork network = new(new Layer(Matrix<double>.Build.Dense(1, 1, 1e15)));
        Matrix<double> one = Matrix<double>.Build.Dense(1, 1, 1);

        WeightCheck check = Assert.Single(GradientCheck.Of(TrainingStep.Of(network, one, one, 1)));

        Assert.Equal((0, 0, 0), (check.Adjustment, check.CentralDifference, check.RelativeDifference));
    }

    [Fact]
    public void If_not_all_weights_are_checked_those_checked_are_spread_over_all()
    {
        TrainingStep step = StepGolden.Numbers[^1].Take();
        Gen.Int[1, 60].Sample(most =>
        {
            int[] checkedOnes = [.. GradientCheck.Of(step, most).Select(check => Index(step, check))];

            Assert.InRange(checkedOnes.Length, 1, most);
            int stride = (33 + most - 1) / most;
            Assert.Equal(Enumerable.Range(0, checkedOnes.Length).Select(i => i * stride), checkedOnes);
            Assert.True(checkedOnes[^1] + stride >= 33);
        });
    }

    [Fact]
    public void Checking_stops_when_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            GradientCheck.Of(StepGolden.Numbers[0].Take(), cancellationToken: new CancellationToken(canceled: true)));

    private static int Index(TrainingStep step, WeightCheck check) =>
        step.Layers.Take(check.Layer).Sum(layer => layer.Weights.RowCount * layer.Weights.ColumnCount)
        + check.Input * step.Layers[check.Layer].Weights.ColumnCount + check.Neuron;
}
