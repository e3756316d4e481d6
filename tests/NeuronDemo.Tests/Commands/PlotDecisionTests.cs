using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Commands;

public sealed class PlotDecisionTests
{
    private static readonly string Iris = Document.FullPath("examples/iris.csv");
    private static readonly string Penguins = Document.FullPath("examples/penguins.csv");

    [Fact]
    public void Inputs_have_names_and_numbers()
    {
        byte[] byName = Draw("--data", Iris, "--iterations", "20", "--inputs", "petal length,sepal width");

        Assert.Equal(byName, Draw("--data", Iris, "--iterations", "20", "--inputs", "3,2"));
        Assert.Equal(byName, Draw("--data", Iris, "--iterations", "20", "--inputs", "petal length, 2"));
        Assert.NotEqual(byName, Draw("--data", Iris, "--iterations", "20", "--inputs", "2,3"));
    }

    [Fact]
    public void Without_inputs_those_are_seen_that_matter_most() =>
        Assert.Equal(Draw("--data", Iris, "--iterations", "20", "--inputs", "petal length,petal width"), Draw("--data", Iris, "--iterations", "20"));

    [Fact]
    public void A_value_of_a_text_can_be_an_axis() => Assert.NotEmpty(
        Draw("--data", Penguins, "--targets", "species", "--skip-missing", "--iterations", "20", "--inputs", "sex=male,body_mass_g"));

    [Fact]
    public void A_name_may_have_a_comma_of_its_own()
    {
        const string Rows = "\"a,b\",b,c,t\n0,3,1,0\n1,1,0,1\n2,2,2,1\n";

        Assert.Equal(DrawRows(Rows, "--inputs", "1,3"), DrawRows(Rows, "--inputs", "a,b,c"));
        Assert.Equal(DrawRows(Rows, "--inputs", "1,2"), DrawRows(Rows, "--inputs", "a,b,b"));
    }

    [Theory]
    [InlineData("petal,2", "'petal' is none of the inputs that vary. These are 1 sepal length, 2 sepal width, 3 petal length, 4 petal width.")]
    [InlineData("1,9", "'9' is none of the inputs")]
    [InlineData("1,5", "'5' is none of the inputs")]
    [InlineData("0,1", "'0' is none of the inputs")]
    [InlineData("1", "takes two different inputs with a comma between, not '1'. Those that vary are 1 sepal length,")]
    [InlineData("2,2", "not '2,2'")]
    [InlineData("1,2,3", "not '1,2,3'")]
    [InlineData("sepal width,2", "not 'sepal width,2'")]
    public void Inputs_that_are_not_there_are_refused_and_the_others_named(string inputs, string error)
    {
        using TemporaryFolder folder = new();

        string[] args = ["plot-decision", "--data", Iris, "--inputs", inputs, "--out", folder.Path("a.png")];
        CommandRun run = CommandRun.Of(args);
        CommandRun chinese = CommandRun.InChinese(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Contains("可选：1 sepal length", chinese.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void The_name_of_a_text_column_leads_to_its_inputs()
    {
        string[] args = ["plot-decision", "--data", Penguins, "--targets", "species", "--skip-missing", "--inputs", "body_mass_g,sex"];

        Assert.Equal("--inputs: 'sex' is a column of texts, of which each has become an input of its own. Name one of these: 8 sex=female, 9 sex=male.\n", CommandRun.Of(args).Error);
        Assert.Equal("--inputs：“sex”是文本列，每种文本各成一个输入。请从中选一个：8 sex=female, 9 sex=male。\n", CommandRun.InChinese(args).Error);
    }

    [Fact]
    public void A_name_that_several_inputs_have_is_refused_and_the_number_asked_for()
    {
        const string Rows = "a,a,b,t\n0,3,1,0\n1,1,0,1\n2,2,2,1\n";

        CommandRun run = CommandRun.WithInput(Rows, "plot-decision", "--data", "-", "--inputs", "a,b");

        Assert.Equal(new(2, "", "--inputs: inputs 1 and 2 are both called 'a'; write the number.\n"), run);
    }

    [Theory]
    [InlineData("0,0\n1,1\n")]
    [InlineData("0,5,0\n1,5,1\n")]
    public void A_plane_needs_two_inputs(string rows)
    {
        using TemporaryFolder folder = new();

        CommandRun run = CommandRun.WithInput(rows, "plot-decision", "--data", "-", "--out", folder.Path("a.png"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("needs two inputs that vary", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void The_constant_of_the_truth_table_can_be_an_axis() => Assert.NotEqual(Draw(), Draw("--inputs", "1,3"));

    private static byte[] Draw(params string[] options) => DrawRows("", options);

    private static byte[] DrawRows(string rows, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandRun run = CommandRun.WithInput(
            rows, ["plot-decision", .. rows.Length > 0 ? (string[])["--data", "-", "--iterations", "20"] : [], .. options, "--out", folder.Path("a.png")]);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        return File.ReadAllBytes(folder.Path("a.png"));
    }
}
