using System.Text.Json;

namespace NeuronDemo.Tests.Commands;

public sealed class TrainTests
{
    // What the tutorial's script prints, byte for byte.
    private const string ChineseTranscript = """
        随机生成最初的权重值
        初始权重值为: [[-0.16595599]
         [ 0.44064899]
         [-0.99977125]]
        训练后的权重: [[10.08740896]
         [-0.20695366]
         [-4.83757835]]
        验收通过

        """;

    private const string EnglishTranscript = """
        Random starting weights
        Starting weights: [[-0.16595599]
         [ 0.44064899]
         [-0.99977125]]
        Weights after training: [[10.08740896]
         [-0.20695366]
         [-4.83757835]]
        Verification passed

        """;

    [Fact]
    public void Train_prints_the_tutorials_transcript()
    {
        Assert.Equal(new(0, ChineseTranscript, ""), CommandRun.InChinese("train", "--iterations", "15000"));
        Assert.Equal(new(0, EnglishTranscript, ""), CommandRun.Of("train"));
    }

    [Fact]
    public void A_row_that_misses_is_named_and_train_still_succeeds()
    {
        CommandRun run = CommandRun.Of("train", "--iterations", "10");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(
            "Verification failed: row 1 misses its target by 0.3014, row 2 misses its target by 0.2467, "
            + "row 3 misses its target by 0.2932, row 4 misses its target by 0.3534 (tolerance 0.01)\n",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_are_labelled_where_there_are_several() =>
        Assert.Equal(
            ["Starting weights, layer 1: ", "Starting weights, layer 2: ", "Weights after training, layer 1: ", "Weights after training, layer 2: "],
            CommandRun.Of("train", "--hidden", "4").Output.Split('\n').Where(line => line.Contains(": [[", StringComparison.Ordinal)).Select(line => line[..(line.IndexOf('[', StringComparison.Ordinal))]));

    [Theory]
    [InlineData("--step-size")]
    [InlineData("--learning-rate")]
    public void Json_holds_what_golden_json_holds(string stepSize)
    {
        foreach (Golden.Run expected in Golden.Numbers.TruthTable.Where(run => run.StepSize != 1 || run.Seed == 4294967295))
        {
            CommandRun run = CommandRun.Of("train", "--json", "--seed", $"{expected.Seed}", "--iterations", $"{expected.Iterations}", stepSize, $"{expected.StepSize}");

            JsonElement json = JsonDocument.Parse(run.Output).RootElement;
            Assert.Equal(
                ["seed", "layers", "iterations", "stepSize", "initialWeights", "weights", "outputs", "meanSquaredError"],
                json.EnumerateObject().Select(property => property.Name));
            Assert.Equal(expected.Seed, json.GetProperty("seed").GetUInt32());
            Assert.Equal(expected.Layers, json.GetProperty("layers").Deserialize<int[]>());
            Assert.Equal(expected.Iterations, json.GetProperty("iterations").GetInt32());
            Assert.Equal(expected.StepSize, json.GetProperty("stepSize").GetDouble());
            Assert.Equal(expected.InitialWeights, json.GetProperty("initialWeights").Deserialize<double[][][]>());
            Near.Equal(Golden.Matrix(expected.Weights[0]), Golden.Matrix(json.GetProperty("weights").Deserialize<double[][][]>()![0]), 1e-12);
            Near.Equal(Golden.Matrix(expected.Outputs!), Golden.Matrix(json.GetProperty("outputs").Deserialize<double[][]>()!), 1e-12);
            Assert.Equal(expected.MeanSquaredError, json.GetProperty("meanSquaredError").GetDouble(), expected.MeanSquaredError * 1e-12);
        }
    }

    [Fact]
    public void Interrupted_it_says_after_how_many_iterations() =>
        Assert.Equal(new(130, "", "Interrupted after 0 iterations.\n"), CommandRun.Interrupted("train"));
}
