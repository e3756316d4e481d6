using System.Text.Json;

namespace NeuronDemo.Tests.Commands.Explain;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData(0, "--seed", "1")]
    [InlineData(5, "--seed", "2", "--iteration", "100")]
    public void Json_holds_NumPys_numbers(int index, params string[] args)
    {
        StepGolden golden = StepGolden.Numbers[index];

        CommandRun run = CommandRun.Of(["explain", "--json", .. args]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        StepGolden step = JsonSerializer.Deserialize<StepGolden>(run.Output, JsonSerializerOptions.Web)!;
        Assert.Equal((golden.Seed, golden.Iteration, golden.StepSize), (step.Seed, step.Iteration, step.StepSize));
        Assert.Equal(golden.Layers, step.Layers);
        Assert.Equal(golden.Inputs, step.Inputs);
        Assert.Equal(golden.Targets, step.Targets);
        Assert.Equal(Numbers(golden), Numbers(step), (expected, actual) => Math.Abs(expected - actual) <= 1e-12);
        JsonElement check = JsonElement.Parse(run.Output).GetProperty("numericalCheck");
        Assert.InRange(check.GetProperty("largestRelativeDifference").GetDouble(), 0, 1e-6);
        JsonElement[] weights = [.. check.GetProperty("weights").EnumerateArray()];
        Assert.Equal([1, 2, 3], weights.Select(weight => weight.GetProperty("input").GetInt32()));
        Assert.All(weights, weight => Assert.Equal((1, 1), (weight.GetProperty("layer").GetInt32(), weight.GetProperty("neuron").GetInt32())));
        Assert.Equal(
            golden.LayerSteps[0].Adjustment.Select(row => row[0]),
            weights.Select(weight => weight.GetProperty("centralDifference").GetDouble()),
            (expected, actual) => Math.Abs(expected - actual) <= 1e-6 * Math.Abs(expected));
    }

    [Fact]
    public void Json_holds_every_row_and_every_layer()
    {
        CommandRun run = CommandRun.Of("explain", "--json", "--hidden", "20,9");

        StepGolden step = JsonSerializer.Deserialize<StepGolden>(run.Output, JsonSerializerOptions.Web)!;
        Assert.Equal([3, 20, 9, 1], step.Layers);
        Assert.Equal([(3, 20), (20, 9), (9, 1)], step.LayerSteps.Select(layer => (layer.NewWeights.Length, layer.NewWeights[0].Length)));
        Assert.Equal([(4, 20), (4, 9), (4, 1)], step.LayerSteps.Select(layer => (layer.Deltas.Length, layer.Deltas[0].Length)));
        Assert.Equal(
            3 * 20 + 20 * 9 + 9,
            JsonElement.Parse(run.Output).GetProperty("numericalCheck").GetProperty("weights").GetArrayLength());
    }

    [Theory]
    [InlineData("--iteration takes a whole number from 1 to", "--iteration", "0")]
    [InlineData("--iteration takes a whole number from 1 to", "--iteration", "-4")]
    [InlineData("There is no iteration 15001: the run has only 15000.", "--iteration", "15001")]
    [InlineData("There is no iteration 1: the run has only 0.", "--iterations", "0")]
    [InlineData("There is no iteration 11: the run has only 10.", "--iteration", "11", "--iterations", "10")]
    public void An_iteration_that_the_run_does_not_have_is_refused(string error, params string[] args)
    {
        CommandRun run = CommandRun.Of(["explain", .. args]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_iteration_beyond_the_run_is_refused_in_Chinese_too() =>
        Assert.StartsWith("没有第 15001 次迭代：本次训练只有 15000 次。", CommandRun.InChinese("explain", "--iteration", "15001").Error, StringComparison.Ordinal);

    [Fact]
    public void Ctrl_C_interrupts_it() => Assert.Equal(130, CommandRun.Interrupted("explain", "--iteration", "100").ExitCode);

    [Fact]
    public void The_last_iteration_can_be_explained() =>
        Assert.Equal(0, CommandRun.Of("explain", "--iterations", "10", "--iteration", "10").ExitCode);

    private static IEnumerable<double> Numbers(StepGolden step) =>
    [
        .. step.LayerSteps.SelectMany(layer => new[]
        {
            layer.Weights, layer.WeightedSums, layer.Outputs, layer.Errors, layer.Derivatives, layer.Deltas, layer.Adjustment, layer.NewWeights,
        }).SelectMany(matrix => matrix).SelectMany(row => row),
        step.LossBefore, step.LossAfter, step.MeanSquaredErrorBefore, step.MeanSquaredErrorAfter,
    ];
}
