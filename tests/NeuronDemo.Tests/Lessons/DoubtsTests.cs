using NeuronDemo.Lessons;
using NeuronDemo.Tests.Data;

namespace NeuronDemo.Tests.Lessons;

/// <summary>Perfect results that mean nothing are not had without a word.</summary>
public sealed class DoubtsTests
{
    private static readonly string Ids = "id,x,y\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},{i % 7}.5,{i % 2}\n"));

    [Fact]
    public void A_column_that_numbers_the_rows_is_doubted_and_left_out_on_request()
    {
        Assert.Contains("If it is one, it says nothing about other rows: leave it out with --ignore id.", Doubts(Ids, new()), StringComparison.Ordinal);
        Assert.DoesNotContain("--ignore id", Doubts(Ids, new() { Ignored = ["id"] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,copy,y\n1,0,0\n2,1,1\n3,0,0\n4,1,1\n", "'copy' tells the target 'y' in every row")]
    [InlineData("a,copy,y\n1,no,0\n2,yes,1\n3,no,0\n4,yes,1\n", "'copy=no' tells the target 'y' in every row")]
    [InlineData("a,double,y\n1,20,10.5\n2,41,20.5\n3,60,30\n4,41,20.5\n", "'double' tells the target 'y' in every row")]
    public void An_input_that_gives_the_answer_away_is_doubted(string content, string doubt) =>
        Assert.Contains(doubt, Doubts(content, new()), StringComparison.Ordinal);

    [Fact]
    public void Inputs_that_are_1_in_turn_with_the_target_look_like_its_classes()
    {
        const string Flowers = "length,rose,lily,tulip\n1.5,1,0,0\n2.5,0,1,0\n3.5,0,0,1\n4.5,1,0,0\n";

        Assert.Contains("--targets rose,lily,tulip.", Doubts(Flowers, new()), StringComparison.Ordinal);
        Assert.Equal("", Doubts(Flowers, new() { TargetCount = 3 }));
    }

    [Theory]
    [InlineData("class,x,y\na,1,0\nb,2,1\na,3,0\nb,4,1\nb,5,0\n", "--targets class")]
    [InlineData("benign,x,y\n1,1.5,10.5\n0,2.5,11.5\n1,3.5,20.5\n", "--targets benign")]
    public void Where_nobody_named_the_target_another_column_may_be_it(string content, string doubt)
    {
        Assert.Contains(doubt, Doubts(content, new()), StringComparison.Ordinal);
        Assert.DoesNotContain(doubt, Doubts(content, new() { Targets = ["y"] }), StringComparison.Ordinal);
    }

    // One row of thirty: whatever is 1 in it alone gives it away.
    [Fact]
    public void What_is_seen_in_a_row_or_two_is_no_doubt() =>
        Assert.Equal("", Doubts("a,place,y\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"{i % 7}.5,{(i == 9 ? "Rome" : i % 2 == 0 ? "Paris" : "Oslo")},{(i == 9 ? 1 : 0)}\n")), new() { Targets = ["y"] }));

    [Fact]
    public void A_remedy_is_ready_for_a_shell() =>
        Assert.Contains("leave it out with --ignore 'Flight No, $'.", Doubts(Ids.Replace("id,", "\"Flight No, $\",", StringComparison.Ordinal), new()), StringComparison.Ordinal);

    [Fact]
    public void Rows_that_contradict_each_other_and_names_that_stand_twice_are_told()
    {
        string doubts = Doubts("a,a,y\n1,2,0\n3,4,1\n1,2,1\n", new());

        Assert.Contains("Several columns are called 'a'.", doubts, StringComparison.Ordinal);
        Assert.Contains("Rows 1 and 3 have the same inputs and different targets: no network can tell them apart, and at least 1 of 3 rows stays wrong.", doubts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,c,y\n1,5,1,0\n2,9,2,1\n3,2,3,1\n4,4,4,0\n", "'c' says in every row what 'a' says", "--ignore c.")]
    [InlineData("short,b,long,y\nf,5,female,0\nm,9,male,1\nm,2,male,0\nf,4,female,1\n", "'long' says in every row what 'short' says", "--ignore long.")]
    [InlineData("island,b,dream,y\nX,5,0,0\nDream,9,1,1\nY,2,0,0\nDream,4,1,0\n", "'dream' says in every row what 'island=Dream' says", "--ignore dream.")]
    public void A_copy_of_another_input_is_doubted(string content, string doubt, string remedy)
    {
        Assert.Contains(doubt, Doubts(content, new()), StringComparison.Ordinal);
        Assert.Contains(remedy, Doubts(content, new()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,c,y\n1,5,1,0\n2,9,2,1\n3,2,3,1\n4,4,5,0\n")]
    [InlineData("sex,x,island,y\nf,1,A,0\nm,2,B,1\nm,3,B,0\nf,5,C,1\n")]
    [InlineData("one,x,same,y\n1,1,1,0\n1,2,1,1\n1,3,1,0\n1,5,1,1\n")]
    public void What_differs_in_a_row_or_never_is_no_copy(string content) => Assert.Equal("", Doubts(content, new() { TargetCount = 1 }));

    [Fact]
    public void Of_many_copies_a_few_are_told()
    {
        string content = string.Concat(Enumerable.Range(1, 4).Select(row => string.Concat(Enumerable.Repeat($"{row},", 30)) + $"{row / 3}\n"));

        Assert.Equal(5, Doubts(content, new() { TargetCount = 1 }).Split('\n').Count(doubt => doubt.Contains("says in every row", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sound_data_raise_none() =>
        Assert.Equal("", Doubts("x1,x2,y\n0,0,0\n1,1,1\n1,0,1\n0.5,1,0\n0.2,0.4,0\n", new()));

    private static string Doubts(string content, DataChoice choice) =>
        string.Join('\n', CsvFiles.ReadTrainingSet(content, choice).Doubts.Select(doubt => doubt.English));

    [Fact]
    public void Of_a_text_that_tells_the_target_the_column_is_named_to_be_ignored()
    {
        using TemporaryFolder folder = new();
        string csv = "alive,y\n" + string.Concat(Enumerable.Repeat("no,0\nyes,1\n", 5));

        string told = NeuronDemo.Tests.Commands.CommandRun.Of("train", "--data", folder.WriteText("a.csv", csv), "--iterations", "1").Error;

        Assert.Contains("'alive=no' tells the target 'y' in every row", told, StringComparison.Ordinal);
        Assert.Contains("--ignore alive.", told, StringComparison.Ordinal);
    }
}
