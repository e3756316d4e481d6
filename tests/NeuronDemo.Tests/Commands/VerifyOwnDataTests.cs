using System.Text.Json;

namespace NeuronDemo.Tests.Commands;

/// <summary><c>verify</c> and <c>predict</c> in the words of the data.</summary>
public sealed class VerifyOwnDataTests : IDisposable
{
    private static readonly string Fruit = "weight,colour,kind\n" + string.Concat(Enumerable.Range(0, 12).Select(i =>
        i % 3 == 0 ? $"{150 + i},red,apple\n" : i % 3 == 1 ? $"{120 + i},yellow,banana\n" : $"{8 + i},red,cherry\n")) + "152,yellow,cherry\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_class_decides_and_a_confusion_matrix_and_the_wrong_rows_are_shown()
    {
        string data = _folder.WriteText("fruit.csv", Fruit);

        CommandRun run = CommandRun.Of("verify", "--data", data, "--targets", "kind", "--iterations", "300");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("13 rows; inputs weight, colour=red, colour=yellow; classes of kind: apple, banana, cherry\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("kind \\ answer  apple  banana  cherry", run.Output, StringComparison.Ordinal);
        Assert.Contains("row  weight  colour    kind", run.Output, StringComparison.Ordinal);
        Assert.Contains(" 13     152  yellow  cherry  banana ", run.Output, StringComparison.Ordinal);
        Assert.Contains("12 of 13 rows right, 92.3% (always the most frequent answer: 38.5%)", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Verification failed: 92.3% of the rows are right, at least 100% are asked for; --at-least 95% asks for less\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("verify", "--data", data, "--targets", "kind", "--iterations", "300", "--at-least", "90%").ExitCode);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(59)]
    [InlineData(1000)]
    public void Of_many_inputs_the_first_and_the_last_are_shown_in_their_own_numbers(int inputs)
    {
        string[] names = [.. Enumerable.Range(1, inputs).Select(i => $"input{i}")];
        string rows = string.Concat(Enumerable.Range(0, 30).Select(row => string.Concat(names.Select((_, i) => $"{(row % 3 == 0 ? 0 : 0.1 * ((row * 31 + i * 17) % 89)):0.0},")) + $"{row % 2}\n"));

        CommandRun run = CommandRun.WithInput(string.Join(',', names) + ",y\n" + rows, "verify", "--data", "-", "--iterations", "0");

        string[] table = [.. run.Output.Split('\n').Skip(3).TakeWhile(line => line.Length > 0)];
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("row  input1  input2  input3  ", table[0], StringComparison.Ordinal);
        Assert.Matches($"  input{inputs}  y +answer  result$", table[0]);
        Assert.Equal(inputs > 9, table[0].Contains("  ...  ", StringComparison.Ordinal));
        Assert.All(table, line => Assert.InRange(line.Length, 1, 100));
        Assert.All(table.Where(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0] is var row && int.TryParse(row, out int number) && number % 3 == 1), line => Assert.Matches(@"^ *\d+ +0 +0 +0 ", line));
    }

    // What was learned from is known to the model's maker alone.
    [Theory]
    [InlineData("--hold-out", "20%")]
    [InlineData("--targets", "kind")]
    [InlineData("--iterations", "10")]
    public void A_saved_model_is_not_asked_to_learn(params string[] option)
    {
        string data = _folder.WriteText("fruit.csv", Fruit);
        string model = _folder.Path("fruit.onnx");
        Assert.Equal(0, CommandRun.Of("train", "--data", data, "--targets", "kind", "--iterations", "10", "--save", model).ExitCode);

        CommandRun run = CommandRun.Of(["verify", "--model", model, "--data", data, .. option]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{option[0]} says how to learn, and --model checks what was learned before.", run.Error, StringComparison.Ordinal);
    }

    // The class is right at 0.6 too, which somebody who names a tolerance does not mean.
    [Theory]
    [InlineData("0.9", 0)]
    [InlineData("0.0001", 1)]
    public void A_tolerance_that_is_asked_for_decides_in_place_of_the_class(string tolerance, int exitCode)
    {
        string data = _folder.WriteText("or.csv", "a,b,either\n0,0,0\n0,1,1\n1,0,1\n1,1,1\n");
        string model = _folder.Path("or.onnx");
        Assert.Equal(0, CommandRun.Of("train", "--data", data, "--iterations", "20", "--save", model).ExitCode);

        foreach (string[] rest in (string[][])[["--iterations", "20"], ["--model", model]])
        {
            CommandRun run = CommandRun.Of(["verify", "--data", data, "--tolerance", tolerance, .. rest]);

            Assert.Equal(exitCode, run.ExitCode);
            Assert.Contains("4 of 4 rows right", run.Output, StringComparison.Ordinal);
            Assert.Contains($" are right, at least 100% are asked for (an output is right within {tolerance} of its target", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_numbers_miss_both_ways_to_ask_for_less_are_named_and_money_is_told_in_full()
    {
        string data = _folder.WriteText("houses.csv", "size,price\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{40 + i},{200_000 + 5_000 * i + 60_000 * (i % 3)}.5\n")));

        CommandRun all = CommandRun.Of("verify", "--data", data, "--iterations", "100");
        CommandRun half = CommandRun.Of("verify", "--data", data, "--iterations", "100", "--at-least", "50%");

        Assert.EndsWith("; --at-least 95% or a larger --tolerance asks for less\n", all.Output, StringComparison.Ordinal);
        Assert.Matches(@"mean absolute error \d{5}, R\^2", all.Output);
        Assert.Equal(1, half.ExitCode);
        Assert.DoesNotContain("asks for less", half.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_held_out_decide()
    {
        string data = _folder.WriteText("fruit.csv", Fruit);

        CommandRun run = CommandRun.Of("verify", "--data", data, "--targets", "kind", "--hold-out", "0.3", "--iterations", "300", "--json");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(4, json.GetProperty("heldOut").GetProperty("rows").GetInt32());
        Assert.Equal(
            json.GetProperty("heldOut").GetProperty("rows").GetInt32() - json.GetProperty("heldOut").GetProperty("rowsRight").GetInt32(),
            json.GetProperty("rowsMissing").GetArrayLength());
    }

    [Fact]
    public void Rows_with_gaps_are_left_out_for_a_saved_model_where_that_is_asked_for()
    {
        string model = _folder.Path("fruit.onnx");
        CommandRun.Of("train", "--data", _folder.WriteText("fruit.csv", Fruit), "--targets", "kind", "--iterations", "300", "--save", model);
        string gaps = _folder.WriteText("gaps.csv", "kind,colour,weight\napple,red,150\ncherry,NA,9\n,red,8\nbanana,yellow,120\n");

        CommandRun refused = CommandRun.Of("predict", "--model", model, "--data", gaps);
        CommandRun predicted = CommandRun.Of("predict", "--model", model, "--data", gaps, "--skip-missing");
        CommandRun verified = CommandRun.Of("verify", "--model", model, "--data", gaps, "--skip-missing", "--json");
        CommandRun numbered = CommandRun.InChinese("predict", "--model", model, "--data", gaps, "--skip-missing", "--json");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("line 3, column 2: a cell is missing that the network asks for, as in 1 of 4 rows; --skip-missing", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["apple", "cherry", "banana"], predicted.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Equal("1 row was left out, since a cell is missing: line 3.\n", predicted.Error);
        Assert.Equal("2 rows were left out, since a cell is missing: lines 3, 4.\n", verified.Error);
        Assert.Equal("有 1 行含缺失单元格，已跳过：文件第 3 行。\n", numbered.Error);
        Assert.Equal([1, 3, 4], JsonDocument.Parse(numbered.Output).RootElement.GetProperty("rowNumbers").EnumerateArray().Select(row => row.GetInt32()));
        JsonElement learned = JsonDocument.Parse(verified.Output).RootElement.GetProperty("learned");
        Assert.Equal([1, 4], learned.GetProperty("rowNumbers").EnumerateArray().Select(row => row.GetInt32()));
        Assert.Equal(2, learned.GetProperty("rowsRight").GetInt32());
    }

    [Fact]
    public void Of_many_rows_left_out_the_first_lines_are_told()
    {
        string model = _folder.Path("fruit.onnx");
        CommandRun.Of("train", "--data", _folder.WriteText("fruit.csv", Fruit), "--targets", "kind", "--iterations", "10", "--save", model);
        string gaps = _folder.WriteText("gaps.csv", "colour,weight\n" + string.Concat(Enumerable.Repeat("red,1\nred,NA\n", 30)));

        CommandRun run = CommandRun.Of("predict", "--model", model, "--data", gaps, "--skip-missing");

        Assert.Equal(
            $"30 rows were left out, since a cell is missing: lines {string.Join(", ", Enumerable.Range(1, 20).Select(i => 2 * i + 1))}, ...; --json tells the numbers of the rows that remain.\n",
            run.Error);
    }

    [Fact]
    public void Columns_with_the_same_name_are_asked_in_their_order()
    {
        const string Rows = "size,size,kind\n1,9,a\n8,2,b\n2,8,a\n9,3,b\n";
        string model = _folder.Path("twins.onnx");
        string data = _folder.WriteText("twins.csv", Rows);
        CommandRun.Of("train", "--data", data, "--iterations", "300", "--save", model);

        CommandRun same = CommandRun.Of("predict", "--model", model, "--data", data);
        CommandRun other = CommandRun.Of("predict", "--model", model, "--data", _folder.WriteText("one.csv", "size,kind\n1,a\n"));

        Assert.Equal(["a", "b", "a", "b"], same.Output.TrimEnd().Split('\n').Select(line => line[..1]));
        Assert.Contains("4 of 4 rows right", same.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (other.ExitCode, other.Output));
        Assert.Contains("has 1 column 'size', and the network learned from another number of them", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_model_answers_as_the_trained_network_does()
    {
        string data = _folder.WriteText("fruit.csv", Fruit);
        string model = _folder.Path("fruit.onnx");
        string[] lesson = ["--data", data, "--targets", "kind", "--iterations", "300"];
        CommandRun trained = CommandRun.Of(["train", .. lesson, "--save", model, "--json"]);

        CommandRun predicted = CommandRun.Of("predict", "--model", model, "--data", data, "--json");
        CommandRun verified = CommandRun.Of("verify", "--model", model, "--data", data);
        CommandRun asked = CommandRun.Of("predict", "--model", model, "9", "red");

        Assert.Equal(
            JsonDocument.Parse(trained.Output).RootElement.GetProperty("outputs").GetRawText(),
            JsonDocument.Parse(predicted.Output).RootElement.GetProperty("outputs").GetRawText());
        Assert.Contains("12 of 13 rows right", predicted.Error, StringComparison.Ordinal);
        Assert.Contains("12 of 13 rows right", verified.Output, StringComparison.Ordinal);
        Assert.Equal(1, verified.ExitCode);
        Assert.StartsWith("cherry 0.9", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_was_never_seen_is_refused_with_those_that_were()
    {
        string model = _folder.Path("fruit.onnx");
        CommandRun.Of("train", "--data", _folder.WriteText("fruit.csv", Fruit), "--targets", "kind", "--iterations", "10", "--save", model);

        CommandRun asked = CommandRun.Of("predict", "--model", model, "9", "blue");
        CommandRun file = CommandRun.Of("predict", "--model", model, "--data", _folder.WriteText("new.csv", "colour,weight\nred,1\nblue,2\n"));

        Assert.Equal(new(2, "", "'blue' was never seen in 'colour'; the network knows red, yellow.\n"), asked);
        Assert.Equal(2, file.ExitCode);
        Assert.Contains("line 3, column 1: 'blue' was never seen in 'colour'; the network knows red, yellow.", file.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_answered_in_its_own_unit()
    {
        string data = _folder.WriteText("cars.csv", "weight,mpg\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{2000 + 50 * i},{40 - i * 0.8}\n")));
        string model = _folder.Path("cars.onnx");

        CommandRun trained = CommandRun.Of("train", "--data", data, "--save", model, "--iterations", "2000");
        CommandRun asked = CommandRun.Of("predict", "--model", model, "2700");

        Assert.Contains("target mpg, scaled from 16.8..40 to 0..1", trained.Output, StringComparison.Ordinal);
        Assert.Contains("R^2 0.9", trained.Output, StringComparison.Ordinal);
        Assert.Equal(28.8, double.Parse(asked.Output, System.Globalization.CultureInfo.InvariantCulture), 1.0);
    }
}
