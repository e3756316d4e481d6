using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using NeuronDemo.Models;
using NeuronDemo.Tests.Models;

namespace NeuronDemo.Tests.Commands.Options;

public sealed class SaveOptionTests : IDisposable
{
    private const string Flowers = "length,\"width, cm\",height,rose,lily\n5.1,3.5,7,1,0\n4.9,3,7,1,0\n6.2,2.9,7,0,1\n5.9,3.2,7,0,1\n";

    private readonly TemporaryFolder _folder = new();

    private string ModelFile => _folder.Path("model.onnx");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--standardize false --bias false")]
    [InlineData("--standardize false")]
    [InlineData("--standardize --bias false")]
    [InlineData("--standardize --bias")]
    [InlineData("--hidden 4,3")]
    [InlineData("--hidden 4 --standardize --bias")]
    public void Onnx_Runtime_gives_the_trained_outputs_to_the_raw_inputs(string options)
    {
        string data = _folder.WriteText("flowers.csv", Flowers);
        string[] learning = ["--data", data, "--targets", "2", "--iterations", "200", "--step-size", "0.02", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        CommandRun trained = CommandRun.Of(["train", "--json", "--save", ModelFile, .. learning]);

        using InferenceSession session = new(ModelFile);
        Matrix<double> outputs = OnnxRuntimeTests.Run(session, Golden.Matrix([[5.1, 3.5, 7], [4.9, 3, 7], [6.2, 2.9, 7], [5.9, 3.2, 7]]));

        string note = options == "--standardize --bias false" ? "Input 3 is the same in every row, so --standardize makes it 0; --bias adds a constant 1.\n" : "";
        Assert.Equal((0, note), (trained.ExitCode, trained.Error));
        Assert.InRange((outputs - OutputsOf(trained)).Enumerate().Max(Math.Abs), 0, 1e-12);
        Assert.Equal("[-1, 3] [-1, 2]", $"[{Shape(session.InputMetadata["inputs"])}] [{Shape(session.OutputMetadata["outputs"])}]");
    }

    [Theory]
    [InlineData("--standardize false --bias false")]
    [InlineData("--standardize false")]
    [InlineData("--hidden 4")]
    [InlineData("--standardize --bias false")]
    [InlineData("--hidden 4 --standardize --bias")]
    public void Predict_gives_the_trained_outputs_bit_for_bit(string options)
    {
        string data = _folder.WriteText("flowers.csv", Flowers);
        string[] learning = ["--data", data, "--targets", "2", "--iterations", "200", "--step-size", "0.02", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        CommandRun trained = CommandRun.Of(["train", "--json", "--save", ModelFile, .. learning]);

        CommandRun predicted = CommandRun.Of("predict", "--json", "--model", ModelFile, "--data", data);

        Assert.Equal(OutputsOf(trained), OutputsOf(predicted));
    }

    [Theory]
    [InlineData("1e9")]
    [InlineData("1e15")]
    public void A_small_spread_far_from_0_costs_no_digits(string offset)
    {
        double mean = double.Parse(offset, CultureInfo.InvariantCulture);
        string data = _folder.WriteText("far.csv", string.Concat(Enumerable.Range(0, 50).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{mean + 2 * i},{i % 7},{(i > 20 ? 1 : 0)}\n"))));
        CommandRun trained = CommandRun.Of("train", "--json", "--data", data, "--standardize", "--bias", "--iterations", "200", "--save", ModelFile);

        CommandRun predicted = CommandRun.Of("predict", "--json", "--model", ModelFile, "--data", data);

        Assert.Equal(OutputsOf(trained), OutputsOf(predicted));
        Assert.InRange(OutputsOf(trained)[0, 0], 0, 0.1);
    }

    [Fact]
    public void Saving_twice_gives_the_same_bytes_and_prints_the_same_transcript()
    {
        CommandRun plain = CommandRun.Of("train", "--iterations", "100");
        CommandRun first = CommandRun.Of("train", "--iterations", "100", "--save", ModelFile);
        byte[] bytes = File.ReadAllBytes(ModelFile);
        CommandRun second = CommandRun.Of("train", "--iterations", "100", "--save", ModelFile);

        Assert.Equal(plain, first);
        Assert.Equal(plain, second);
        Assert.Equal(bytes, File.ReadAllBytes(ModelFile));
        Assert.Equal(["model.onnx"], _folder.Files);
    }

    [Fact]
    public void The_file_tells_how_the_network_was_trained()
    {
        string data = _folder.WriteText("flowers.csv", Flowers);
        CommandRun trained = CommandRun.Of(
            "train", "--json", "--data", data, "--targets", "2", "--bias", "--seed", "7", "--iterations", "20", "--step-size", "0.5", "--save", ModelFile);

        Model model = Model.Load(ModelFile);

        Assert.Equal(["length", "width, cm", "height"], model.InputNames);
        Assert.Equal(["rose", "lily"], model.Meaning?.OutputNames);
        Assert.Equal(["iterations", "meanSquaredError", "seed", "stepSize"], model.Facts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("7", "20", "0.5"), (model.Facts["seed"], model.Facts["iterations"], model.Facts["stepSize"]));
        double error = double.Parse(model.Facts["meanSquaredError"], CultureInfo.InvariantCulture);
        Assert.Equal(Json(trained, "meanSquaredError").GetDouble(), error);
    }

    [Fact]
    public void Another_ending_is_refused_before_training()
    {
        string file = _folder.Path("model.pb");

        CommandRun run = CommandRun.Of("train", "--iterations", "2147483647", "--save", file);

        Assert.Equal(new(2, "", $"'{file}' has to end in .onnx.\n"), run);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused_before_training()
    {
        string file = _folder.Path("nowhere/model.onnx");

        CommandRun run = CommandRun.Of("train", "--iterations", "2147483647", "--save", file);

        Assert.Equal(new(2, "", $"The folder of '{file}' does not exist; create it first.\n"), run);
    }

    [Fact]
    public void Weights_that_are_not_finite_are_not_saved()
    {
        string data = _folder.WriteText("many.csv", string.Concat(Enumerable.Repeat("1,1\n", 1000)));

        CommandRun run = CommandRun.Of("train", "--data", data, "--step-size", "1e307", "--save", ModelFile);

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("Weights that are not finite can't be saved; scale the inputs or take a smaller --step-size.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["many.csv"], _folder.Files);
    }

    private static Matrix<double> OutputsOf(CommandRun run) => Golden.Matrix(Json(run, "outputs").Deserialize<double[][]>()!);

    private static JsonElement Json(CommandRun run, string property) => JsonDocument.Parse(run.Output).RootElement.GetProperty(property);

    private static string Shape(NodeMetadata value) => string.Join(", ", value.Dimensions);
}
