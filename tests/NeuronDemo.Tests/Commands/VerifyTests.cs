using System.Text.Json;

namespace NeuronDemo.Tests.Commands;

public sealed class VerifyTests
{
    [Fact]
    public void Every_row_passes_with_the_defaults() =>
        Assert.Equal(
            new(0, """
                row  inputs  target      output        error  result
                  1   0 0 1       0  0.00786389  -0.00786389  pass
                  2   1 1 1       1  0.99358625   0.00641375  pass
                  3   1 0 1       1  0.99477899   0.00522101  pass
                  4   0 1 1       0  0.00640321  -0.00640321  pass
                Verification passed: every output is within 0.01 of its target

                """, ""),
            CommandRun.Of("verify"));

    [Fact]
    public void Rows_that_miss_are_named()
    {
        CommandRun run = CommandRun.Of("verify", "--tolerance", "0.0065");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["FAIL", "pass", "pass", "pass"], run.Output.Split('\n')[1..5].Select(line => line[^4..]));
        Assert.EndsWith("Verification failed: row 1 misses its target by 0.0065 or more\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_iterations_fail() =>
        Assert.EndsWith(
            "验收未通过：第 1、2、3、4 行偏离目标值达 0.01 或以上\n",
            CommandRun.InChinese("verify", "--iterations", "10").Output,
            StringComparison.Ordinal);

    [Fact]
    public void Weights_that_overflowed_fail() =>
        Assert.Equal(1, CommandRun.Of("verify", "--step-size", "1e308").ExitCode);

    [Theory]
    [InlineData("15000", 0, new int[0])]
    [InlineData("10", 1, new[] { 1, 2, 3, 4 })]
    public void Json_adds_the_verdict(string iterations, int exitCode, int[] rowsMissing)
    {
        CommandRun run = CommandRun.Of("verify", "--json", "--iterations", iterations);

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 0, json.GetProperty("passed").GetBoolean());
        Assert.Equal(rowsMissing, json.GetProperty("rowsMissing").Deserialize<int[]>());
        Assert.Equal(0.01, json.GetProperty("tolerance").GetDouble());
        Assert.Equal(4, json.GetProperty("outputs").GetArrayLength());
    }
}
