using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Commands;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Page;

/// <summary>The page's numbers are the command's.</summary>
[Collection(OneBrowser.Name)]
public sealed class PageNumbersTests(SharedBrowser browser)
{
    private const double Precision = 1e-9;

    private static readonly string Xor = Document.FullPath("examples/xor.csv");
    private static readonly string Iris = Document.FullPath("examples/iris.csv");

    private static readonly string[] NotWeights =
    [
        "no JSON",
        "{}",
        """{"seed":1,"layers":[2,1],"iterations":1,"stepSize":1,"weights":[[[1],[1]]]}""",
        """{"seed":1,"layers":[3,1],"iterations":1,"stepSize":1,"weights":[[[1],[1]]]}""",
        """{"seed":1,"layers":[3,1],"iterations":1,"stepSize":1,"weights":[[[1],[1],["1"]]]}""",
        """{"seed":1,"layers":[3,1],"iterations":-1,"stepSize":1,"weights":[[[1],[1],[1]]]}""",
    ];

    public static TheoryData<int, string[]> Lessons => new()
    {
        { 15000, [] },
        { 15000, ["--seed", "4294967295", "--step-size", "0.5"] },
        { 2000, ["--data", Xor, "--hidden", "4"] },
        { 15000, ["--data", Xor, "--hidden", "3,2", "--seed", "7"] },
        { 15000, ["--data", Xor, "--hidden", "4", "--standardize", "false", "--step-size", "1"] },
        { 500, ["--data", Iris, "--hidden", "4", "--hold-out", "20%", "--step-size", "0.01"] },
        { 300, ["--data", Iris, "--hidden", "4", "--hold-out", "20%"] },
    };

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Training_in_the_page_gives_the_commands_weights_and_the_command_that_it_shows_does_too(int iterations, string[] options)
    {
        await using OpenPage page = await OpenPage.Of(browser, [.. options, "--iterations", "3"]);

        await page.Seek(iterations);

        double[][][] weights = await page.Weights();
        Agree(CommandWeights([.. options, "--iterations", $"{iterations}"]), weights);
        string[] words = (await page.Text("#command")).Split(' ');
        Assert.Equal(["neuron-demo", "train"], words[..2]);
        Agree(CommandWeights(words[2..]), weights);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    public async Task A_step_size_found_on_the_way_is_found_in_the_page_too(string hidden)
    {
        TrainingSet data = TrainingSet.TruthTable;
        NeuralNetwork network = hidden.Length == 0 ? new(1, 3, 1) : new(1, 3, 4, 1);
        GradientDescent descent = new(network, data.Inputs, data.Targets, StepRule.Auto);
        descent.Run(15000);
        await using OpenPage page = await OpenPage.At(browser, $"#step=auto&hidden={hidden}");

        await page.Seek(15000);

        Agree([.. network.Layers.Select(layer => layer.Weights.ToRowArrays())], await page.Weights());
        Assert.Equal(descent.StepSize, double.Parse(await page.Value("#step-size"), CultureInfo.InvariantCulture), descent.StepSize * 1e-5);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("auto")]
    public async Task Going_back_and_forth_is_exact(string step)
    {
        await using OpenPage page = await OpenPage.At(browser, $"#step={step}", "--data", Xor, "--hidden", "4");
        await page.Seek(37);
        string early = await page.Save();
        await page.Seek(5003);
        string late = await page.Save();

        await page.Seek(37);
        Assert.Equal(early, await page.Save());
        await page.Seek(5003);
        Assert.Equal(late, await page.Save());
        await page.Click("#back");
        await page.Arrive(5002);
        await page.Click("#step");
        await page.Arrive(5003);
        Assert.Equal(late, await page.Save());
    }

    [Fact]
    public async Task Reset_gives_the_same_weights_and_another_seed_others()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        string start = await page.Save();
        await page.Seek(20);

        await page.Click("#reset");
        await page.NextFrame();
        Assert.Equal(start, await page.Save());

        await page.Click("#another");
        await page.NextFrame();
        Agree(CommandWeights("--seed", "2", "--iterations", "0"), await page.Weights());
    }

    [Fact]
    public async Task What_the_command_learned_is_at_hand_at_once()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Xor, "--hidden", "4");

        await page.Click("#learned");
        await page.Arrive(15000);

        Assert.Equal(CommandWeights("--data", Xor, "--hidden", "4"), await page.Weights());
        Assert.Equal("", await page.Text("#command-note"));
    }

    [Fact]
    public async Task A_weight_changed_by_hand_is_an_event()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        await page.Seek(100);
        string before = await page.Text("#loss-values");

        await page.Seek(50);
        await page.Choose("#weight", "0.2");
        await page.Type("#weight-value", "3");
        await page.NextFrame();

        double[][][] weights = await page.Weights();
        Assert.Equal(3, weights[0][2][0]);
        double loss = new NeuralNetwork(new Layer(Golden.Matrix(weights[0]))).MeanSquaredError(TrainingSet.TruthTable.Inputs, TrainingSet.TruthTable.Targets);
        Assert.StartsWith(loss.ToString("G4", CultureInfo.InvariantCulture), await page.Text("#loss-values"), StringComparison.Ordinal);
        Assert.Contains("iteration 50", await page.Text("#command-note"), StringComparison.Ordinal);

        await page.Seek(100);
        Assert.NotEqual(before, await page.Text("#loss-values"));
        string after = await page.Save();
        await page.Seek(20);
        Assert.Equal("", await page.Text("#command-note"));
        await page.Seek(100);
        Assert.Equal(after, await page.Save());
    }

    [Fact]
    public async Task Saved_weights_are_read_back_exactly_and_the_commands_too()
    {
        await using OpenPage page = await OpenPage.At(browser, "#hidden=3&seed=9&step=auto");
        await page.Seek(123);
        string saved = await page.Save();
        await page.Click("#reset");
        await page.Choose("#weight", "0.0");

        await page.Load(saved);
        Assert.Equal(saved, await page.Save());

        await page.Seek(200);
        string later = await page.Save();
        await page.Load(saved);
        await page.Seek(200);
        Assert.Equal(later, await page.Save());

        await page.Load(CommandRun.Of("train", "--json", "--hidden", "2", "--iterations", "77").Output);
        Assert.Equal("77", await page.Value("#iteration"));
        Assert.Equal(CommandWeights("--hidden", "2", "--iterations", "77"), await page.Weights());
    }

    [Fact]
    public async Task A_file_without_fitting_weights_is_refused_and_changes_nothing()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        string before = await page.Save();
        foreach (string file in NotWeights)
        {
            await page.Load(file);

            Assert.Contains("holds no weights", await page.Text("#status"), StringComparison.Ordinal);
            Assert.Equal(before, await page.Save());
            await page.Click("#language");
            await page.Click("#language");
            await page.NextFrame();
            Assert.Equal("", await page.Text("#status"));
        }

        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Of_another_seed_it_is_said_that_the_command_holds_out_other_rows()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Iris, "--targets", "species", "--hold-out", "20%", "--iterations", "1");
        Assert.Equal("", await page.Text("#command-note"));

        await page.Click("#another");
        await page.NextFrame();

        Assert.Contains("holds out other rows", await page.Text("#command-note"), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Weights_that_are_no_numbers_stop_training_with_the_iteration_named()
    {
        using TemporaryFolder folder = new();
        await using OpenPage page = await OpenPage.Of(browser, "--data", folder.WriteText("large.csv", "a,y\n1000,1\n2000,1\n"), "--standardize", "false", "--bias", "false", "--step-size", "1", "--iterations", "1");
        await page.Type("#step-size", "1e308");
        await page.Type("#weight-value", "0");

        await page.Click("#play");
        await page.Until("document.getElementById('status').textContent !== ''");

        Assert.Contains("at iteration 1 ", await page.Text("#status"), StringComparison.Ordinal);
        Assert.Equal("Play", await page.Text("#play-text"));
    }

    [Fact]
    public async Task The_numbers_of_a_step_are_those_that_explain_shows()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Xor, "--hidden", "4", "--standardize", "false", "--step-size", "1");
        await page.Choose("#weight", "0.0");
        await page.Click("#rows tr:nth-child(4)");
        await page.NextFrame();

        Assert.Contains("= 0.07985", await page.Text("#numbers tr:nth-child(3)"), StringComparison.Ordinal);
        TrainingSet data = new(Golden.Matrix([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]]), Golden.Matrix([[0], [1], [1], [0]]));
        Matrix<double> adjustment = TrainingStep.Of(new(1, 3, 4, 1), data.Inputs, data.Targets, 1).Layers[0].Adjustment;
        Assert.EndsWith($"= {Short(adjustment[0, 0])}", await page.Text("#numbers tr:nth-child(7)"), StringComparison.Ordinal);
        Assert.EndsWith(Short(-adjustment[0, 0]), await page.Text("#numbers tr:nth-child(8)"), StringComparison.Ordinal);

        await page.Type("#step-size", "0.5");
        await page.NextFrame();
        double weight = (await page.Weights())[0][0][0];
        Assert.EndsWith($"= {Short(0.5 * adjustment[0, 0])}", await page.Text("#number-change"), StringComparison.Ordinal);
        Assert.EndsWith($"= {Short(weight + 0.5 * adjustment[0, 0])}", await page.Text("#number-after"), StringComparison.Ordinal);
    }

    private static string Short(double number) => number.ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');

    private static double[][][] CommandWeights(params string[] options)
    {
        CommandRun run = CommandRun.Of(["train", "--json", .. options]);
        Assert.Equal(0, run.ExitCode);
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("weights").Deserialize<double[][][]>()!;
    }

    private static void Agree(double[][][] expected, double[][][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach ((double[][] weights, double[][] found) in expected.Zip(actual))
        {
            Near.Equal(Golden.Matrix(weights), Golden.Matrix(found), Precision);
        }
    }
}
