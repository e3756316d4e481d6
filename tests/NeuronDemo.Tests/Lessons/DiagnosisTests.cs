using NeuronDemo.Tests.Commands;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Lessons;

/// <summary>What the program says on standard error when training gets nowhere.</summary>
public sealed class DiagnosisTests
{
    private const string Xor = "x1,x2,one,t\n0,0,1,0\n0,1,1,1\n1,0,1,1\n1,1,1,0\n";

    private static readonly string Iris = Document.FullPath("examples/iris.csv");

    [Fact]
    public void One_neuron_can_not_learn_exclusive_or_and_hears_why()
    {
        CommandRun run = CommandRun.WithInput(Xor, "verify", "--data", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("4 of 4 rows wrong", run.Error, StringComparison.Ordinal);
        Assert.Contains("--hidden", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_neuron_without_a_constant_input_hears_of_the_bias()
    {
        const string Data = "0,0,0\n1,1,1\n1,0,1\n0,1,0\n";

        Assert.Contains("try --bias", CommandRun.WithInput(Data, "verify", "--data", "-", "--standardize", "false", "--bias", "false", "--step-size", "1").Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.WithInput(Data, "verify", "--data", "-").ExitCode);
        Assert.DoesNotContain("--bias", CommandRun.WithInput(Xor, "verify", "--data", "-").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_neurons_learn_exclusive_or_and_hear_nothing() =>
        Assert.Equal((0, ""), Summary(CommandRun.WithInput(Xor, "verify", "--data", "-", "--hidden", "4")));

    [Fact]
    public void A_network_on_flat_ground_is_to_start_elsewhere()
    {
        CommandRun run = CommandRun.WithInput(Xor, "train", "--data", "-", "--hidden", "2", "--seed", "1");

        Assert.Contains("2 of 4 rows wrong", run.Error, StringComparison.Ordinal);
        Assert.Contains("a flat valley that leads nowhere; try another --seed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_input_that_standardizing_takes_away_is_named()
    {
        Assert.Contains("Input 3 is the same in every row", CommandRun.WithInput(Xor, "train", "--data", "-", "--bias", "false").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("same in every row", CommandRun.WithInput(Xor, "train", "--data", "-", "--standardize", "--bias").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_measurements_are_to_be_standardized()
    {
        const string Data = "x,y,t\n1000,2000,0\n1100,2100,1\n1050,2050,0\n";

        Assert.Contains("--standardize", CommandRun.WithInput(Data, "train", "--data", "-", "--standardize", "false", "--step-size", "1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_too_large_for_summed_gradients_is_to_be_divided_by_the_rows()
    {
        string data = string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 7},1,{(i % 7 > 4 ? 0 : 1)}\n"));

        CommandRun run = CommandRun.WithInput(data, "train", "--data", "-", "--step-size", "100", "--iterations", "100");

        Assert.Contains("try --step-size 0.005", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("train", "--iterations", "0")]
    [InlineData("train", "--step-size", "10")]
    public void Training_that_does_its_work_is_not_commented_on(params string[] args) =>
        Assert.Equal((0, ""), Summary(CommandRun.Of(args)));

    [Fact]
    public void A_training_that_ends_too_early_is_to_go_on()
    {
        CommandRun run = CommandRun.Of("train", "--iterations", "10");

        Assert.Contains("still falling; try --iterations 100.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Verification failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_too_small_to_change_a_number_is_to_be_longer_and_not_0()
    {
        string error = CommandRun.Of("train", "--step-size", "5e-324").Error;

        Assert.StartsWith("No weight has moved", error, StringComparison.Ordinal);
        Assert.Contains("--step-size 0.2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_that_are_all_0_are_not_the_fault_of_the_step() => Assert.Contains(
        "Every input is 0", CommandRun.WithInput("0,0,1\n0,0,0\n", "train", "--data", "-", "--bias", "false").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("0,1,0\n1,1,1\n0,1,1\n", "Rows 1 and 3", "at least 1 of 3 rows stays wrong")]
    [InlineData("0,1,0\n1,1,1\n0,1,1\n1,1,1\n1,1,0\n-0,1,1\n", "Rows 1 and 3", "at least 2 of 6 rows stay wrong")]
    public void Rows_that_no_network_can_tell_apart_are_named(string data, string rows, string count)
    {
        string error = CommandRun.WithInput(data, "train", "--data", "-", "--hidden", "4", "--iterations", "200000").Error;

        Assert.StartsWith(rows, error, StringComparison.Ordinal);
        Assert.Equal(error.IndexOf(count, StringComparison.Ordinal), error.LastIndexOf(count, StringComparison.Ordinal));
        Assert.Contains(count, error, StringComparison.Ordinal);
        Assert.DoesNotContain("--seed", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_rows_that_are_saturated_are_the_fault_of_the_step_and_not_of_a_plane()
    {
        string error = CommandRun.Of("train", "--data", Iris, "--targets", "species", "--step-size", "30").Error;

        Assert.Contains("the outputs of most wrong rows are saturated", error, StringComparison.Ordinal);
        Assert.Contains("try --step-size 0.007", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15000", true)]
    [InlineData("100", false)]
    public void A_short_training_has_not_come_to_rest(string iterations, bool rests) =>
        Assert.Equal(rests, CommandRun.Of("train", "--data", Iris, "--targets", "species", "--iterations", iterations).Error.Contains("come to rest", StringComparison.Ordinal));

    [Fact]
    public void Where_the_held_out_rows_gain_nothing_more_nobody_is_sent_on()
    {
        string[] lesson = ["train", "--data", Iris, "--targets", "species", "--hidden", "6"];

        Assert.Contains("still falling", CommandRun.Of([.. lesson, "--iterations", "200"]).Error, StringComparison.Ordinal);
        Assert.Equal("", CommandRun.Of([.. lesson, "--iterations", "200", "--hold-out", "20%"]).Error);
    }

    [Fact]
    public void Answers_that_the_mean_would_beat_are_told()
    {
        string data = "a,cost\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 10}.5,{(i == 77 ? 1_000_000.5 : i / 10)}\n"));

        string error = CommandRun.WithInput(data, "train", "--data", "-", "--iterations", "20").Error;

        Assert.Contains("The answers are worse than always giving the same one", error, StringComparison.Ordinal);
        Assert.Contains("still falling; try --iterations 200.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_rows_that_one_answer_would_serve_better_are_told()
    {
        string data = "a,b,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 37 % 101}.5,{i * 53 % 89}.5,{(i * i % 31 < 13 ? 1 : 0)}\n"));

        Assert.Contains(
            "The answers are worse than always giving the same one",
            CommandRun.WithInput(data, "train", "--data", "-", "--hold-out", "30%").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_that_are_all_the_same_are_nothing_to_be_proud_of()
    {
        CommandRun run = CommandRun.WithInput("1,2,0\n3,4,0\n5,6,0\n", "train", "--data", "-");

        Assert.Contains("3 of 3 rows right", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("Every row has the same target", run.Error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Error) Summary(CommandRun run) => (run.ExitCode, run.Error);
}
