using System.Text.Json;
using System.Text.RegularExpressions;
using NeuronDemo.Commands.Explain;
using NeuronDemo.Commands.Json;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;

namespace NeuronDemo.Tests.Commands.Explain;

/// <summary>What <c>explain</c> says beyond the truth table: steps found on the way, and rows of a file.</summary>
public sealed class ExplainOwnDataTests
{
    private const string Pets = """
        kind,weight,fur,age
        cat,4.5,long,3
        dog,20,short,7
        cat,NA,short,1
        dog,31.5,long,2
        bird,0.04,none,1
        cat,3.9,short,12
        bird,0.1,none,4
        dog,8,short,5

        """;

    private static readonly string[] OwnData = ["explain", "--data", "-", "--targets", "kind", "--skip-missing"];

    private static readonly int FirstTakenBack = Enumerable.Range(1, 1000).First(iteration => !Step(iteration).Kept);

    [Fact]
    public void A_step_that_raised_the_error_is_said_to_be_taken_back()
    {
        string text = Explained(FirstTakenBack, Language.English);

        Assert.Contains("found on the way (--step-size auto)", text, StringComparison.Ordinal);
        Assert.Contains("E rises there, so the step is taken back: the weights stay those before it.", text, StringComparison.Ordinal);
        Assert.Matches(@"E rose by [0-9.e-]+%: the step leapt over the valley\.\n   It is taken back", text);
        Assert.DoesNotContain("smaller --step-size", text, StringComparison.Ordinal);
        Assert.DoesNotContain("It is kept", text, StringComparison.Ordinal);

        // In the update of each of two layers, and in the result.
        Assert.Equal(3, Regex.Count(Explained(FirstTakenBack, Language.Chinese), "撤回"));
    }

    [Fact]
    public void A_step_that_lowered_it_is_said_to_be_kept()
    {
        string text = CommandRun.Of("explain", "--step-size", "auto").Output;

        Assert.Matches(@"E fell by [0-9.]+%\.\n   It is kept, and the next step may be a little longer\.", text);
        Assert.DoesNotContain("taken back", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kept", CommandRun.Of("explain").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_tells_whether_the_step_was_kept_and_the_next_one_shows_it()
    {
        JsonElement step = Json(FirstTakenBack);
        JsonElement next = Json(FirstTakenBack + 1);

        Assert.False(step.GetProperty("kept").GetBoolean());
        Assert.Equal(Weights(step), Weights(next));
        Assert.Equal(step.GetProperty("stepSize").GetDouble() / 2, next.GetProperty("stepSize").GetDouble());
        Assert.True(Json(1).GetProperty("kept").GetBoolean());
        Assert.False(JsonElement.Parse(CommandRun.Of("explain", "--json").Output).TryGetProperty("kept", out _));

        static string Weights(JsonElement step) => step.GetProperty("layerSteps")[0].GetProperty("weights").GetRawText();
    }

    [Fact]
    public void Own_data_is_told_as_it_was_understood_in_the_first_line()
    {
        const string Understood = "7 rows; inputs weight, fur=long, fur=none, fur=short, age; classes of kind: bird, cat, dog; 1 row left out";

        Assert.StartsWith(Understood + "\n\nOne training step", CommandRun.WithInput(Pets, OwnData).Output, StringComparison.Ordinal);
        Assert.Equal(Understood, JsonElement.Parse(CommandRun.WithInput(Pets, [.. OwnData, "--json"]).Output).GetProperty("understood").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.3")]
    public void The_followed_row_has_the_number_the_cells_and_the_class_of_the_file(string heldOut)
    {
        string[] args = heldOut == "0" ? OwnData : [.. OwnData, "--hold-out", heldOut];
        string text = CommandRun.WithInput(Pets, args).Output;
        JsonElement json = JsonElement.Parse(CommandRun.WithInput(Pets, [.. args, "--json"]).Output);

        int number = int.Parse(Regex.Match(text, @"Row (\d+) is followed").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        int place = json.GetProperty("rowNumbers").EnumerateArray().Select(row => row.GetInt32()).ToList().IndexOf(number);
        string[] cells = Pets.Split('\n')[number].Split(',');
        double[] x = [.. json.GetProperty("inputs")[place].EnumerateArray().Select(cell => cell.GetDouble())];

        Assert.Contains($"\n   Row {number} as it stands in the file", text, StringComparison.Ordinal);
        Assert.Contains($"\n   Row {number}, neuron 1: ", text, StringComparison.Ordinal);
        Assert.Matches($@"\n +weight +{Regex.Escape(cells[1])} +{Regex.Escape(Short(x[0]))}\n", text);
        Assert.Matches($@"\n +fur=long +{cells[2]} +{Regex.Escape(Short(x[1]))}\n", text);
        Assert.Matches($@"\n +age +{cells[3]} +{Regex.Escape(Short(x[4]))}\n", text);
        Assert.Matches(@"\n +constant +1\n", text);
        string t = cells[0] switch { "bird" => "1 0 0", "cat" => "0 1 0", _ => "0 0 1" };
        Assert.Matches($@"\n +kind +{cells[0]} +t = {t}\n", text);

        static string Short(double number) => number.ToString("g4", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Of_many_inputs_the_first_are_shown_with_their_cells()
    {
        string csv = string.Join(',', Enumerable.Range(1, 30).Select(i => $"a_rather_long_name_of_a_column_{i}")) + ",t\n"
            + string.Join(',', Enumerable.Range(1, 30).Select(i => $"{i}.25")) + ",0\n"
            + string.Join(',', Enumerable.Range(1, 30).Select(i => $"{i}.75")) + ",1\n";

        string text = CommandRun.WithInput(csv, "explain", "--data", "-", "--targets", "t").Output;

        Assert.Contains("... the first 12 of 31 inputs", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Skip(1), line => Assert.InRange(line.Length, 0, 80));
    }

    private static TrainingStep Step(int iteration)
    {
        GradientDescent training = Sample.HoldOut(1000).Begin();
        training.Run(iteration - 1);
        return TrainingStep.Take(training);
    }

    private static string Explained(int iteration, Language language) =>
        new Explanation(Sample.HoldOut(1000), iteration, Step(iteration), GradientCheck.Of(Step(iteration)), language).ToString();

    private static JsonElement Json(int iteration) => JsonSerializer.SerializeToElement(
        new(Sample.HoldOut(1000), iteration, Step(iteration), GradientCheck.Of(Step(iteration))), JsonContext.Default.ExplanationJson);
}
