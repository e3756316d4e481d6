using System.Globalization;
using System.Text.RegularExpressions;
using NeuronDemo.Lessons;
using NeuronDemo.Tests.Commands;
using static NeuronDemo.Tests.Docs.Tutorial;

namespace NeuronDemo.Tests.Docs;

/// <summary>The numbers that the tutorial's sentences tell of penguins and cars are computed.</summary>
public sealed class OwnDataNumbersTests
{
    [Fact]
    public void Penguins_learned_by_heart_are_no_better_known()
    {
        const string RowsRight = @"; (\d+ of \d+) rows right";
        string[] penguins = [Document.FullPath("examples/penguins.csv"), "--targets", "species", "--ignore", "island,flipper_length_mm,body_mass_g,sex", "--step-size", "0.1"];

        Assert.Equal(["269 of 274", "62 of 68"], Results(RowsRight, penguins));
        Assert.Equal(["274 of 274", "62 of 68"], Results(RowsRight, [.. penguins, "--hidden", "16"]));
        BothSay("274", $"{274 - 269}", "62", "68");

        // "Five of the six others are wrong with 100 %."
        string verified = CommandRun.Of(["verify", "--skip-missing", "--hold-out", "20%", "--data", .. penguins, "--hidden", "16"]).Output;
        Assert.Equal(5, Regex.Count(verified, " 100% +FAIL"));
        Assert.Equal(68 - 62, Regex.Count(verified, "% +FAIL"));
    }

    [Fact]
    public void Cars_learned_by_heart_are_no_better_known()
    {
        const string Explained = @"R\^2 (\S+)";
        string[] cars = [Document.FullPath("examples/mpg.csv"), "--targets", "mpg", "--ignore", "name"];

        double[] byHeart = [.. Results(Explained, [.. cars, "--hidden", "32"]).Select(Number)];

        Assert.True(byHeart[1] < Number(Results(Explained, cars)[1]));
        BothSay([.. byHeart.Select(share => $"{share:F2}")]);
    }

    [Fact]
    public void An_answer_of_cars_is_right_within_a_hundredth_of_the_scale()
    {
        string[] ends = Assert.Single(Results(@"scaled from (\S+) to 0\.\.1", [Document.FullPath("examples/mpg.csv"), "--targets", "mpg", "--ignore", "name"])).Split("..");

        BothSay($"{Lesson.Tolerance}", $"{Lesson.Tolerance * (Number(ends[1]) - Number(ends[0])):F1}");
    }

    // What is told of the rows that were learned from, and then of those held out.
    private static string[] Results(string pattern, string[] data) =>
        [.. Regex.Matches(CommandRun.Of(["train", "--skip-missing", "--hold-out", "20%", "--data", .. data]).Output, pattern).Select(match => match.Groups[1].Value)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
