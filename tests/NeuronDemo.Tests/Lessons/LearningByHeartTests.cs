using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Commands;

namespace NeuronDemo.Tests.Lessons;

public sealed class LearningByHeartTests
{
    [Fact]
    public void A_network_whose_held_out_error_rises_hears_of_the_iteration_where_it_was_least()
    {
        Lesson lesson = Sample.HoldOut(2000);
        Outcome outcome = lesson.Learn();
        BestOnHeldOut least = outcome.BestOnHeldOut!;

        string said = LearningByHeart.Of(outcome)!.English;

        // As a training that ends there finds it, and no other iteration that was looked at is better.
        Assert.InRange(least.Iteration, 1, 1000);
        Assert.Equal(least.MeanSquaredError, (lesson with { Iterations = least.Iteration }).Learn().HeldOut!.MeanSquaredError);
        Assert.All(
            SampledTraining.Schedule(2000).Where(iteration => iteration < 100),
            iteration => Assert.True(least.MeanSquaredError <= (lesson with { Iterations = iteration }).Learn().HeldOut!.MeanSquaredError));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"least after {least.Iteration} iterations ({least.MeanSquaredError:G4})"), said, StringComparison.Ordinal);
        Assert.Contains($"--iterations {least.Iteration}, fewer neurons for --hidden", said, StringComparison.Ordinal);
        Assert.Equal(said, Diagnosis.Of(outcome)!.English);
        Assert.Null(Diagnosis.Unfinished(outcome));
    }

    [Fact]
    public void Ended_where_its_held_out_error_was_least_it_is_not_told_to_end_there()
    {
        Lesson lesson = Sample.HoldOut(2000);
        int best = lesson.Learn().BestOnHeldOut!.Iteration;

        Assert.DoesNotContain("--iterations", LearningByHeart.Of((lesson with { Iterations = best }).Learn())?.English ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_held_out_and_follow_the_same_rule_are_not_commented_on()
    {
        Matrix<double> x = Matrix<double>.Build.Random(200, 3, seed: 1);
        Matrix<double> t = x.SubMatrix(0, 200, 0, 1).Map(number => number > 0 ? 1.0 : 0);
        TrainingSet data = new(x.SubMatrix(0, 150, 0, 3), t.SubMatrix(0, 150, 0, 1)) { HeldOut = new(x.SubMatrix(150, 50, 0, 3), t.SubMatrix(150, 50, 0, 1)) };

        Assert.Null(LearningByHeart.Of(new Lesson { Data = data, Steps = StepRule.Auto, Iterations = 500 }.Learn()));
        Assert.Null(LearningByHeart.Of(new Lesson { Data = data with { HeldOut = null }, Hidden = [20], Steps = StepRule.Auto, Iterations = 500 }.Learn()));
    }

    // Right rows of 100 learned ones, and of some held-out ones. Beyond two standard errors: with p = 0.96 and 20 rows,
    // 2 sqrt(0.96 * 0.04 * (1/20 + 1/100)) is 0.096.
    [Theory]
    [InlineData(100, 14, 20, true)]
    [InlineData(100, 18, 20, false)]
    [InlineData(100, 90, 100, false)]
    [InlineData(100, 89, 100, true)]
    [InlineData(90, 4, 6, false)]
    [InlineData(60, 100, 100, false)]
    public void A_held_out_rate_that_is_far_below_is_told_unless_it_may_be_bad_luck(int learnedRight, int heldOutRight, int heldOutRows, bool told)
    {
        // The network says 1 to every row, and the targets decide how many are right.
        TrainingSet data = Rows(100, learnedRight) with { HeldOut = Rows(heldOutRows, heldOutRight) };
        GradientDescent training = new(new NeuralNetwork(new Layer(Matrix<double>.Build.Dense(1, 1, 3))), data.Inputs, data.Targets, StepRule.Fixed(1));

        string? said = LearningByHeart.Of(new(new() { Data = data }, training))?.English;

        Assert.Equal(told, said is not null);
        if (told)
        {
            Assert.Contains($"{learnedRight:0.0}% of the rows learned from are right", said, StringComparison.Ordinal);
            Assert.Contains("more rows", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Looking_at_held_out_rows_changes_no_bit_of_the_weights()
    {
        Lesson lesson = Sample.HoldOut(300);

        Assert.Equal(
            (lesson with { Data = lesson.Data with { HeldOut = null } }).Learn().Network.Layers.Select(layer => layer.Weights),
            lesson.Learn().Network.Layers.Select(layer => layer.Weights));
    }

    [Fact]
    public void It_is_said_in_both_languages()
    {
        string csv = "a,b,c,d,kind\n" + string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant(
            $"{i * 7919 % 31},{i * 104729 % 29},{i * 1299709 % 37},{i * 15485863 % 23},{(i * i * 31 % 47 % 2 == 0 ? "yes" : "no")}\n")));
        using TemporaryFolder folder = new();
        string[] args = ["train", "--data", folder.WriteText("rows.csv", csv), "--targets", "kind", "--hold-out", "40%", "--hidden", "12", "--iterations", "3000"];

        Assert.Contains("The network learns by heart: ", CommandRun.Of(args).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("still falling", CommandRun.Of(args).Error, StringComparison.Ordinal);
        Assert.Contains("网络在死记硬背", CommandRun.InChinese(args).Error, StringComparison.Ordinal);
    }

    private static TrainingSet Rows(int count, int right) =>
        new(Matrix<double>.Build.Dense(count, 1, 1), Matrix<double>.Build.Dense(count, 1, (row, _) => row < right ? 1 : 0));
}
