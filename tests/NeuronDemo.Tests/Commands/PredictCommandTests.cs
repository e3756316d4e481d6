using System.Globalization;
using System.Text.Json;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Models;
using NeuronDemo.Tests.Models;

namespace NeuronDemo.Tests.Commands;

public sealed class PredictCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_tutorials_neuron_answers_its_question()
    {
        string model = _folder.Path("neuron.onnx");
        CommandRun.Of("train", "--save", model);

        CommandRun run = CommandRun.Of("predict", "--model", model, "1", "0", "0");

        // S(10.087408960563154), computed by NumPy.
        Assert.Equal(new(0, "0.9999584016709994\n", ""), run);
    }

    [Fact]
    public void Predict_gives_what_Think_gives_bit_for_bit() =>
        Networks.WithInputs.Sample(
            given =>
            {
                string model = _folder.Path(Path.GetRandomFileName());
                File.WriteAllBytes(model, new Model(given.Network).ToOnnx());
                string[] words = [.. given.Inputs.ToRowMajorArray().Select(Text)];

                CommandRun run = CommandRun.Of(["predict", "--model", model, .. words]);

                Assert.Equal((0, ""), (run.ExitCode, run.Error));
                Matrix<double> outputs = Matrix<double>.Build.DenseOfRows(
                    run.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(' ').Select(Number)));
                Assert.Equal(given.Network.Think(given.Inputs), outputs);
            },
            iter: 30);

    [Theory]
    [InlineData("width,height\n1,-2\n0.25,3\n")]
    [InlineData("1;-2\r\n0.25;3")]
    [InlineData("width,height,answer\n1,-2,0\n0.25,3,17\n")]
    public void Rows_of_a_file_are_answered_with_and_without_targets(string csv)
    {
        string data = _folder.WriteText("rows.csv", csv);

        CommandRun run = CommandRun.Of("predict", "--model", SaveExample(), "--data", data);

        Assert.Equal(CommandRun.Of("predict", "--model", SaveExample(), "1", "-2", "0.25", "3"), run);
        Assert.Equal((0, 2), (run.ExitCode, run.Output.Count(c => c == '\n')));
    }

    [Fact]
    public void Standard_input_is_read_for_a_dash()
    {
        CommandRun run = CommandRun.WithInput("1,-2\n", "predict", "--model", SaveExample(), "--data", "-");

        Assert.Equal(CommandRun.Of("predict", "--model", SaveExample(), "1", "-2"), run);
    }

    [Fact]
    public void Json_has_the_inputs_and_the_outputs()
    {
        CommandRun run = CommandRun.Of("predict", "--model", SaveExample(), "--json", "1", "-.5", "1e-3", "+3");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        double[][] inputs = json.GetProperty("inputs").Deserialize<double[][]>()!;
        double[][] outputs = json.GetProperty("outputs").Deserialize<double[][]>()!;
        Assert.Equal([[1, -0.5], [0.001, 3]], inputs);
        Assert.Equal(ModelTests.Example.Think(Golden.Matrix(inputs)).ToRowArrays(), outputs);
    }

    [Theory]
    [InlineData("No numbers are given; the model expects 2 a row: width, height.")]
    [InlineData("1 number is given; the model expects 2 a row: width, height.", "1")]
    [InlineData("3 numbers are given; the model expects 2 a row: width, height.", "1", "2", "3")]
    [InlineData("3 numbers are given; the model expects 2 a row: width, height.", "1", "2", "three")]
    [InlineData("'two' is not a number; the model expects 2 a row: width, height.", "1", "two")]
    [InlineData("'1e999' is not a number; the model expects 2 a row: width, height.", "1", "1e999")]
    [InlineData("'-1,5' is not a number (write a decimal point, and a space between numbers); the model expects 2 a row: width, height.", "1", "-1,5")]
    [InlineData("'1,0' is not a number (write a decimal point, and a space between numbers); the model expects 2 a row: width, height.", "1,0")]
    [InlineData("'NaN' is not a number; the model expects 2 a row: width, height.", "NaN", "1")]
    [InlineData("'--jsno' is not known; did you mean '--json'?\n'neuron-demo predict --help' shows what is possible.", "1", "2", "--jsno")]
    [InlineData("Give numbers or --data, not both.", "1", "2", "--data", "rows.csv")]
    [InlineData("There is no file 'nowhere.csv'.", "--data", "nowhere.csv")]
    public void Wrong_input_is_refused_with_what_the_model_expects(string error, params string[] args)
    {
        CommandRun run = CommandRun.Of(["predict", "--model", SaveExample(), .. args]);

        Assert.Equal(new(2, "", error.Replace("NeuronDemo ", RootName + " ", StringComparison.Ordinal) + "\n"), run);
    }

    [Fact]
    public void A_row_that_has_no_answer_is_named_and_nothing_is_printed()
    {
        CommandRun run = CommandRun.Of("predict", "--model", SaveExample(), "--json", "1", "2", "1.7e308", "1.7e308");

        Assert.Equal(new(2, "", "Row 2 has no answer: its inputs are so large that the model's sums overflow.\n"), run);
    }

    [Theory]
    [InlineData("1\n", "1 column")]
    [InlineData("1,2,3,4\n", "4 columns")]
    public void A_file_with_another_number_of_columns_is_refused_with_what_the_model_expects(string csv, string columns)
    {
        string data = _folder.WriteText("rows.csv", csv);

        CommandRun run = CommandRun.Of("predict", "--model", SaveExample(), "--data", data);

        Assert.Equal(
            new(2, "", $"'{data}' has {columns}; the model expects 2 a row: width, height. With targets it may have 3.\n"), run);
    }

    [Fact]
    public void A_column_that_the_model_learned_from_is_missed_by_name()
    {
        string data = _folder.WriteText("rows.csv", "width,depth\n1,2\n");

        CommandRun run = CommandRun.Of("predict", "--model", SaveExample(), "--data", data);

        Assert.Equal(new(2, "", $"'{data}' has no column 'height', from which the network learned; it has width, depth.\n"), run);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order_and_others_may_hold_anything()
    {
        string model = SaveExample();
        string data = _folder.WriteText("rows.csv", "note,height,width\nx,0.5,2\n,3,-1\n");

        CommandRun named = CommandRun.Of("predict", "--model", model, "--data", data);

        Assert.Equal(CommandRun.Of("predict", "--model", model, "2", "0.5", "-1", "3"), named);
    }

    [Fact]
    public void A_model_that_knows_no_names_expects_a_number_of_inputs()
    {
        string model = _folder.Path("nameless.onnx");
        File.WriteAllBytes(model, new Model(ModelTests.Example).ToOnnx());

        CommandRun run = CommandRun.InChinese("predict", "--model", model, "1");

        Assert.Equal(new(2, "", "给出了 1 个值；该模型每行需要 2 个值。\n"), run);
    }

    [Fact]
    public void Many_names_and_strange_ones_stay_in_one_line()
    {
        string model = _folder.Path("names.onnx");
        string[] names = [.. Enumerable.Range(1, 100).Select(i => $"{i}\n\u001b[31m" + new string('x', 1000))];
        File.WriteAllBytes(model, new Model(new(seed: 1, 100, 1)) { Inputs = [.. names.Select(name => new InputColumn(name))] }.ToOnnx());

        CommandRun run = CommandRun.Of("predict", "--model", model, "1");

        Assert.StartsWith("1 number is given; the model expects 100 a row: 1  [31mxxx", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("..., ....\n", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Length, 1, 1000);
        Assert.DoesNotContain(run.Error.TrimEnd('\n'), char.IsControl);
    }

    [Fact]
    public void A_model_has_to_be_named() =>
        Assert.Equal(new(2, "", "Name the model: --model FILE.onnx\n"), CommandRun.Of("predict", "1", "0", "0"));

    [Fact]
    public void A_model_that_is_missing_or_a_folder_is_refused()
    {
        Assert.Equal(new(2, "", "There is no file 'nowhere.onnx'.\n"), CommandRun.Of("predict", "--model", "nowhere.onnx", "1"));
        Assert.Equal(new(2, "", "The name of the file to read is empty.\n"), CommandRun.Of("predict", "--model", "", "1"));
        Assert.Equal(new(2, "", $"'{_folder.Path(".")}' is a folder; name a file in it.\n"), CommandRun.Of("predict", "--model", _folder.Path("."), "1"));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_by_name()
    {
        string model = _folder.WriteText("table.onnx", "row,column\n");

        CommandRun run = CommandRun.Of("predict", "--model", model, "1");

        Assert.Equal(new(2, "", $"'{model}' can't be used as a model: it is no ONNX file, or damaged.\n"), run);
    }

    private static string RootName => System.CommandLine.RootCommand.ExecutableName;

    private string SaveExample()
    {
        string model = _folder.Path("example.onnx");
        File.WriteAllBytes(model, new Model(ModelTests.Example) { Inputs = [new("width"), new("height")] }.ToOnnx());
        return model;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
