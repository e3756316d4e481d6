using System.Text.Json;

namespace NeuronDemo.Tests.Commands.Options;

public sealed class DataOptionsTests
{
    private const string TruthTable = "x1,x2,x3,t\n0,0,1,0\n1,1,1,1\n1,0,1,1\n0,1,1,0\n";

    // 0.2 and 0.9 lie on each side of one half, wherever two inputs say the opposite of one another.

    private static readonly string[] TutorialRule = ["--standardize", "false", "--bias", "false", "--step-size", "1"];

    [Fact]
    public void A_file_with_the_truth_table_trains_as_the_truth_table_does()
    {
        CommandRun own = CommandRun.Of("train", "--iterations", "500", "--json");
        CommandRun file = CommandRun.WithInput(TruthTable, ["train", "--data", "-", "--iterations", "500", "--json", .. TutorialRule]);

        Assert.Equal(0, file.ExitCode);
        AssertSameNumbers(own, file);
    }

    [Fact]
    public void A_transcript_of_own_data_ends_with_the_error_and_how_many_rows_are_right()
    {
        CommandRun run = CommandRun.WithInput(TruthTable, ["train", "--data", "-", .. TutorialRule]);

        Assert.EndsWith("\nMean squared error 4.281E-05; 4 of 4 rows right, 100.0% (always the most frequent answer: 50.0%)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_transcript_ends_so_in_Chinese_too() => OnFile(TruthTable, path =>
    {
        CommandRun run = CommandRun.InChinese(["train", "--data", path, .. TutorialRule]);

        Assert.EndsWith("\n均方误差 4.281E-05；4 行中 4 行正确，100.0%（总答最常见的类别：50.0%）\n", run.Output, StringComparison.Ordinal);
    });

    [Fact]
    public void With_one_target_a_row_is_right_on_the_side_of_one_half()
    {
        // The neuron sees the same input with both targets, so it can be right only for the more frequent one.
        CommandRun run = CommandRun.WithInput("1,0\n1,0\n1,1\n", ["train", "--data", "-", "--iterations", "2000", .. TutorialRule]);

        Assert.EndsWith("; 2 of 3 rows right, 66.7% (always the most frequent answer: 66.7%)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_several_targets_a_row_is_right_where_the_largest_is()
    {
        CommandRun learned = CommandRun.WithInput("1,0,1,0\n0,1,0,1\n", ["train", "--data", "-", "--targets", "2", .. TutorialRule]);
        CommandRun contradiction = CommandRun.WithInput(
            "1,0,0,1\n1,0,0,1\n1,0,1,0\n", ["train", "--data", "-", "--targets", "3", .. TutorialRule]);

        Assert.Contains("; 2 of 2 rows right", learned.Output, StringComparison.Ordinal);
        Assert.Contains("; 2 of 3 rows right", contradiction.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_no_classes_are_judged_by_how_far_they_miss()
    {
        CommandRun run = CommandRun.WithInput("0,0.25\n1,0.75\n", ["train", "--data", "-", "--iterations", "0", .. TutorialRule]);

        // Without an iteration the outputs are 1/2 and S(-0.165955990594852) = 0.458606...
        Assert.EndsWith("; mean absolute error 0.2707, R^2 -0.1793\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_of_exactly_one_half_is_right_for_nobody()
    {
        CommandRun run = CommandRun.WithInput("0,0\n0,1\n", ["train", "--data", "-", .. TutorialRule]);

        Assert.Contains("Mean squared error 0.25; 0 of 2 rows right", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_checks_the_rows_of_a_file()
    {
        CommandRun run = CommandRun.WithInput("1,1\n1,0\n", "verify", "--data", "-", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("[1,2]", JsonDocument.Parse(run.Output).RootElement.GetProperty("rowsMissing").GetRawText());
    }

    [Theory]
    [InlineData("[3,1]", "--iterations", "1")]
    [InlineData("[4,1]", "--iterations", "1", "--bias")]
    [InlineData("[4,5,2,1]", "--iterations", "1", "--bias", "--standardize", "--hidden", "5,2")]
    public void The_bias_is_one_input_more(string layers, params string[] options)
    {
        CommandRun truthTable = CommandRun.Of(["train", "--json", .. options]);
        CommandRun file = CommandRun.WithInput(TruthTable, ["train", "--data", "-", "--json", .. Explicit(options)]);

        Assert.Equal(layers, JsonDocument.Parse(file.Output).RootElement.GetProperty("layers").GetRawText());
        AssertSameNumbers(truthTable, file);

        static IEnumerable<string> Explicit(string[] options) => options
            .Concat(options.Contains("--bias") ? [] : ["--bias", "false"])
            .Concat(options.Contains("--standardize") ? [] : ["--standardize", "false"])
            .Concat(["--step-size", "1"]);
    }

    [Fact]
    public void Standardized_inputs_move_the_weights_as_in_NumPy()
    {
        // x = numpy.array([[1.0, 7], [3, 7], [8, 7]]); d = x.std(0); x = (x - x.mean(0)) / numpy.where(d > 0, d, numpy.inf)
        // and from then on the learning rule of the tutorial, 10 iterations.
        CommandRun run = CommandRun.WithInput(
            "1,7,0\n3,7,0\n8,7,1\n", "train", "--data", "-", "--standardize", "--bias", "--step-size", "1", "--iterations", "10", "--json");

        double[] weights =
        [
            .. JsonDocument.Parse(run.Output).RootElement.GetProperty("weights")[0].EnumerateArray().Select(row => row[0].GetDouble()),
        ];
        double[] expected = [1.5360312401716196, 0.4406489868843162, -0.7668486718741356];
        Assert.Equal(expected, weights, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Targets_without_a_file_are_wrong_use()
    {
        CommandRun run = CommandRun.Of("train", "--targets", "1");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal("--targets says how to read a file; name one with --data.\n", run.Error);
    }

    [Fact]
    public void Unusable_data_ends_in_one_line_and_exit_code_2()
    {
        CommandRun run = CommandRun.WithInput("1,0\nx,0\n", "train", "--data", "-");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal("'standard input', line 2, column 1: 'x' is not a number.\n", run.Error);
    }

    [Fact]
    public void More_than_100_million_weights_are_refused()
    {
        CommandRun run = CommandRun.Of("train", "--hidden", "100000,1000");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("The network would have 100301000 weights, more than 100000000;", run.Error, StringComparison.Ordinal);
    }

    private static void AssertSameNumbers(CommandRun expected, CommandRun actual)
    {
        foreach (string name in (string[])["seed", "layers", "iterations", "stepSize", "initialWeights", "weights", "outputs", "meanSquaredError"])
        {
            Assert.Equal(Raw(expected), Raw(actual));

            string Raw(CommandRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty(name).GetRawText();
        }
    }

    private static void OnFile(string content, Action<string> test)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        File.WriteAllText(path, content);
        try
        {
            test(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
