using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Tests.Data;

namespace NeuronDemo.Tests.Lessons;

/// <summary>How a file's columns become inputs and targets.</summary>
public sealed class TrainingSetReaderTests
{
    private const string Penguins = "id,island,bill,sex,species\n1,Biscoe,50.1,male,Gentoo\n2,Dream,39.2,NA,Adelie\n3,Biscoe,46,female,Gentoo\n4,Dream,,male,Adelie\n5,Torgersen,40.5,female,Adelie\n";

    private static readonly DataChoice Plain = new() { Standardizes = false, AddsBias = false };

    [Fact]
    public void Texts_become_an_input_for_each_value_and_classes_are_in_ascending_order()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet(Penguins, Plain with { Ignored = ["id"], Targets = ["species"], SkipsMissing = true });

        Assert.Equal(["island=Biscoe", "island=Torgersen", "bill", "sex=female", "sex=male"], data.InputNames);
        Assert.Equal([[1, 0, 50.1, 0, 1], [1, 0, 46, 1, 0], [0, 1, 40.5, 1, 0]], data.Inputs.ToRowArrays());
        Assert.Equal([[1], [1], [0]], data.Targets.ToRowArrays());
        Assert.Equal(["Adelie", "Gentoo"], Assert.IsType<ClassTarget>(data.Meaning!.Columns[0]).Classes);
        Assert.Equal([1, 3, 5], [data.NumberOf(0), data.NumberOf(1), data.NumberOf(2)]);
        Assert.Equal(["Torgersen", "40.5", "female"], data.CellsOf(2));
    }

    [Fact]
    public void More_than_two_classes_are_an_output_each()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("x,y\n1,b\n2,c\n3,a\n4,b\n", Plain);

        Assert.Equal(["y=a", "y=b", "y=c"], data.TargetNames);
        Assert.Equal([[0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0]], data.Targets.ToRowArrays());
    }

    [Fact]
    public void Whole_numbers_beyond_0_and_1_are_classes_in_the_order_of_numbers()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("1,10\n2,9\n3,2\n", Plain);

        Assert.Equal(["2", "9", "10"], Assert.IsType<ClassTarget>(data.Meaning!.Columns[0]).Classes);
        Assert.Equal([[0, 0, 1], [0, 1, 0], [1, 0, 0]], data.Targets.ToRowArrays());
    }

    [Theory]
    [InlineData("1,0\n2,0.25\n3,1\n", 0, 1)]
    [InlineData("1,-5\n2,0.5\n3,20\n", -5, 20)]
    public void Other_numbers_are_scaled_from_their_range_unless_they_lie_within_0_and_1(string content, double least, double greatest)
    {
        TrainingSet data = CsvFiles.ReadTrainingSet(content, Plain);

        NumberTarget target = Assert.IsType<NumberTarget>(data.Meaning!.Columns[0]);
        Assert.Equal((least, greatest), (target.Least, target.Greatest));
        Assert.Equal([0, greatest == 1 ? 0.25 : 0.22, 1], data.Targets.Column(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Rows_held_out_are_the_first_of_NumPy_s_permutation_and_take_no_part_in_scaling()
    {
        string content = "x,y\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"{i * i},{i * 10.5}\n"));

        TrainingSet data = CsvFiles.ReadTrainingSet(content, new() { HoldOut = 0.3, Seed = 7 });

        // numpy.random.RandomState(7).permutation(10)[:3] is 8, 5, 0.
        Assert.Equal([1, 6, 9], Enumerable.Range(0, 3).Select(data.HeldOut!.NumberOf));
        Assert.Equal([2, 3, 4, 5, 7, 8, 10], Enumerable.Range(0, 7).Select(data.NumberOf));
        double[] learned = [1, 4, 9, 16, 36, 49, 81];
        double mean = learned.Average();
        double deviation = Math.Sqrt(learned.Average(x => (x - mean) * (x - mean)));
        Assert.Equal(learned.Select(x => (x - mean) / deviation), data.Inputs.Column(0), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(((double[])[0, 25, 64]).Select(x => (x - mean) / deviation), data.HeldOut.Inputs.Column(0), (a, b) => Math.Abs(a - b) < 1e-14);
        NumberTarget target = Assert.IsType<NumberTarget>(data.Meaning!.Columns[0]);
        Assert.Equal((10.5, 94.5), (target.Least, target.Greatest));
        Assert.Equal(["64"], data.HeldOut.CellsOf(2));
    }

    [Theory]
    [InlineData("nowhere", null, "--targets: 'rows.csv' has no column 'nowhere'. It has id (1..5), island (Biscoe, Dream, Torgersen), bill (39.2..50.1), sex (female, male), species (Adelie, Gentoo).")]
    [InlineData("species", "nowhere", "--ignore: 'rows.csv' has no column 'nowhere'.")]
    [InlineData("species", "species", "'species' is named by both --targets and --ignore.")]
    [InlineData("species,species", null, "--targets names a column twice.")]
    [InlineData("species", null, "'rows.csv' has 2 rows with missing cells, the first on line 3: bill (1), sex (1). --skip-missing leaves these rows out, --ignore bill a column.")]
    public void What_can_not_be_meant_is_refused_with_the_remedy(string targets, string? ignored, string problem) => Assert.StartsWith(
        problem,
        Assert.Throws<UnusableInputException>(() => CsvFiles.ReadTrainingSet(
            Penguins, Plain with { Targets = [targets], Ignored = ignored is null ? [] : [ignored] })).Text.English,
        StringComparison.Ordinal);

    [Fact]
    public void A_Chinese_comma_between_names_is_pointed_out()
    {
        Message refused = Assert.Throws<UnusableInputException>(() => CsvFiles.ReadTrainingSet(Penguins, Plain with { Ignored = ["id，island"] })).Text;

        Assert.EndsWith("Gentoo). Between names stands a plain comma.", refused.English, StringComparison.Ordinal);
        Assert.EndsWith("列名之间要用半角逗号。", refused.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_different_texts_are_refused_with_the_remedy()
    {
        string content = "name,x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"n{i},{i},{i % 2}\n"));

        Assert.Equal(
            "'rows.csv', column 'name': 60 different texts, and at most 50 can be inputs; leave it out with --ignore name.",
            Assert.Throws<UnusableInputException>(() => CsvFiles.ReadTrainingSet(content, Plain)).Text.English);
        Assert.Equal(["x"], CsvFiles.ReadTrainingSet(content, Plain with { Ignored = ["name"] }).InputNames);
    }

    [Fact]
    public void All_columns_with_too_many_texts_are_refused_at_once_with_what_leaves_them_out()
    {
        string content = "first name,x,date,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"n{i},{i},{i} May,{i % 2}\n"));

        Assert.Equal(
            "'rows.csv', columns 'first name': 60 different texts, 'date': 60 different texts, and at most 50 can be inputs; leave them out with --ignore 'first name,date'.",
            Assert.Throws<UnusableInputException>(() => CsvFiles.ReadTrainingSet(content, Plain)).Text.English);
        Assert.Equal(["x"], CsvFiles.ReadTrainingSet(content, Plain with { Ignored = ["first name,date"] }).InputNames);
    }

    [Theory]
    [InlineData("a,\"b, c\",y\n1,2,0\n3,4,1\n", "b, c", "a,y")]
    [InlineData("a,b,y\n1,2,0\n3,4,1\n", "y,b", "a")]
    public void A_name_may_have_a_comma_of_its_own(string content, string targets, string inputs) =>
        Assert.Equal(inputs, string.Join(',', CsvFiles.ReadTrainingSet(content, Plain with { Targets = [targets] }).InputNames!));

    [Fact]
    public void A_file_of_numbers_is_taken_as_it_stands_and_learned_as_before()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("0,0,1,0\n1,1,1,1\n1,0,1,1\n0,1,1,0\n", Plain);

        Outcome outcome = new Lesson { Data = data, Iterations = 100 }.Learn();

        Assert.Equal(Sample.Trained(100).Layers[0].Weights, outcome.Network.Layers[0].Weights);
    }
}
