using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Explain;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Tests.Commands.Explain;

/// <summary>What <c>explain</c> tells of a step, in words and numbers.</summary>
public sealed class ExplanationTests
{
    private static readonly string[] English =
    [
        "Inputs", "Weights", "Weighted sums", "Outputs", "Errors", "Derivative", "Delta", "Adjustment", "New weights", "Loss", "Numerical check",
    ];

    private static readonly string[] Chinese = ["输入", "权重", "加权和", "输出", "误差", "导数", "误差项", "调整量", "新权重", "损失", "数值验算"];

    [Theory]
    [InlineData(Language.English, 1)]
    [InlineData(Language.Chinese, 1)]
    [InlineData(Language.English, 2)]
    [InlineData(Language.Chinese, 100)]
    public void A_neurons_step_is_explained_in_eleven_sections_with_NumPys_numbers(Language language, int iteration)
    {
        StepGolden golden = StepGolden.Numbers.Single(step => step is { Name: "truth table", Seed: 2 } && step.Iteration == iteration);
        StepGolden.Layer layer = golden.LayerSteps[0];

        CommandRun run = Run(language, "--seed", "2", "--iteration", iteration.ToString(CultureInfo.InvariantCulture));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] names = language == Language.English ? English : Chinese;
        string[] sections = Sections(run.Output);
        Assert.Equal(
        [
            $"1. {names[0]}   X   (4 x 3)",
            $"2. {names[1]}   W   (3 x 1)",
            $"3. {names[2]}   m = X W   (4 x 1)",
            $"4. {names[3]}   y = S(m)   (4 x 1)",
            $"5. {names[4]}   e = t - y   (4 x 1)",
            $"6. {names[5]}   S'(m) = y(1 - y)   (4 x 1)",
            $"7. {names[6]}   delta = e * y(1 - y)   (4 x 1)",
            $"8. {names[7]}   adjustment = X^T delta   (3 x 1)",
            $"9. {names[8]}   W + s * adjustment   (3 x 1)",
            $"10. {names[9]}   E = 1/2 sum (t - y)^2",
            $"11. {names[10]}   -dE/dw = (E(w - h) - E(w + h)) / 2h",
        ], sections.Select(section => section.Split('\n')[0]));
        double[][][] matrices =
        [
            golden.Inputs, layer.Weights, layer.WeightedSums, layer.Outputs, layer.Errors,
            layer.Derivatives, layer.Deltas, layer.Adjustment, layer.NewWeights,
        ];
        foreach ((string section, double[][] matrix) in sections.Zip(matrices))
        {
            AssertShows(matrix, section);
        }

        AssertShows(golden.Targets, sections[4]);
        AssertNumbers(
            [golden.LossBefore, golden.LossAfter, golden.MeanSquaredErrorBefore, golden.MeanSquaredErrorAfter],
            TableRows(sections[9]).SelectMany(row => row.Take(2)));
        AssertNumbers(layer.Adjustment.Select(row => row[0]), TableRows(sections[10]).Select(row => row[1]));
        AssertNumbers(layer.Adjustment.Select(row => row[0]), TableRows(sections[10]).Select(row => row[2]));
        Assert.Equal(["w1", "w2", "w3"], TableRows(sections[10]).Select(row => row[0]));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void A_networks_step_goes_forward_layer_by_layer_and_back_with_NumPys_numbers(Language language)
    {
        StepGolden golden = StepGolden.Numbers.Single(step => step.Layers.Length == 4 && step.Iteration == 2);
        StepGolden.Layer[] layers = golden.LayerSteps;
        Matrix<double> inputs = Golden.Matrix(golden.Inputs);
        NeuralNetwork network = new(golden.Seed, golden.Layers);
        network.Train(inputs, Golden.Matrix(golden.Targets), 1, golden.StepSize);

        string text = Explain(network, inputs, Golden.Matrix(golden.Targets), 2, golden.StepSize, language);

        string[] sections = Sections(text);
        (string Formula, double[][] Matrix)[] expected =
        [
            ("X   (4 x 3)", golden.Inputs),
            ("W1   (3 x 5)", layers[0].Weights), ("m1 = X W1   (4 x 5)", layers[0].WeightedSums), ("y1 = S(m1)   (4 x 5)", layers[0].Outputs),
            ("W2   (5 x 3)", layers[1].Weights), ("m2 = y1 W2   (4 x 3)", layers[1].WeightedSums), ("y2 = S(m2)   (4 x 3)", layers[1].Outputs),
            ("W3   (3 x 1)", layers[2].Weights), ("m3 = y2 W3   (4 x 1)", layers[2].WeightedSums), ("y3 = S(m3)   (4 x 1)", layers[2].Outputs),
            ("e3 = t - y3   (4 x 1)", layers[2].Errors), ("S'(m3) = y3(1 - y3)   (4 x 1)", layers[2].Derivatives),
            ("delta3 = e3 * y3(1 - y3)   (4 x 1)", layers[2].Deltas), ("adjustment3 = y2^T delta3   (3 x 1)", layers[2].Adjustment),
            ("e2 = delta3 W3^T   (4 x 3)", layers[1].Errors), ("S'(m2) = y2(1 - y2)   (4 x 3)", layers[1].Derivatives),
            ("delta2 = e2 * y2(1 - y2)   (4 x 3)", layers[1].Deltas), ("adjustment2 = y1^T delta2   (5 x 3)", layers[1].Adjustment),
            ("e1 = delta2 W2^T   (4 x 5)", layers[0].Errors), ("S'(m1) = y1(1 - y1)   (4 x 5)", layers[0].Derivatives),
            ("delta1 = e1 * y1(1 - y1)   (4 x 5)", layers[0].Deltas), ("adjustment1 = X^T delta1   (3 x 5)", layers[0].Adjustment),
            ("W1 + s * adjustment1   (3 x 5)", layers[0].NewWeights), ("W2 + s * adjustment2   (5 x 3)", layers[1].NewWeights),
            ("W3 + s * adjustment3   (3 x 1)", layers[2].NewWeights),
        ];
        Assert.Equal(expected.Length + 2, sections.Length);
        foreach ((string section, (string formula, double[][] matrix)) in sections.Zip(expected))
        {
            Assert.EndsWith("   " + formula, section.Split('\n')[0], StringComparison.Ordinal);
            AssertShows(matrix, section);
        }

        // 33 weights: the first six of each layer, three of the last.
        string[][] checks = TableRows(sections[^1]);
        AssertNumbers(
            layers.SelectMany(layer => layer.Adjustment.SelectMany(row => row).Take(6)),
            checks.Select(row => row[1]));
        Assert.Equal(["W1[1,1]", "W1[1,2]", "W1[1,3]", "W1[1,4]", "W1[1,5]", "W1[2,1]", "W2[1,1]"], checks.Take(7).Select(row => row[0]));
        Assert.Contains("33", sections[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_worked_line_can_be_followed_with_a_pencil()
    {
        CommandRun run = CommandRun.Of("explain");

        Assert.Contains("\n   Row 3: 1 * -0.166 + 0 * 0.4406 + 1 * -0.9998 = -1.166\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n   Row 3: 1 / (1 + e^1.166) = 0.2376\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n   Row 3: 1 - 0.2376 = 0.7624\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n   w1: 0 * -0.05289 + 1 * 0.1481 + 1 * 0.1381 + 0 * -0.08419 = 0.2862\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n   w1: -0.166 + 1 * 0.2862 = 0.1203\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "... the first 8 of 30 rows and 6 of 40 columns", "... the first 8 of 40 rows", "... the first 8 of 30 rows\n")]
    [InlineData(Language.Chinese, "... 共 30 行 40 列，只列出前 8 行、前 6 列", "... 共 40 行，只列出前 8 行", "... 共 30 行，只列出前 8 行\n")]
    public void Of_large_data_the_first_rows_are_shown_and_the_others_counted(
        Language language, string inputsNote, string weightsNote, string outputsNote)
    {
        Random random = new(5);
        Matrix<double> inputs = Matrix<double>.Build.Dense(30, 40, (_, _) => random.NextDouble() * 2 - 1);
        Matrix<double> targets = Matrix<double>.Build.Dense(30, 1, (row, _) => row % 2);

        string[] sections = Sections(Explain(new(3, 40, 1), inputs, targets, 1, 0.1, language));

        Assert.Contains(inputsNote, sections[0], StringComparison.Ordinal);
        AssertShows(inputs.SubMatrix(0, 8, 0, 6).ToRowArrays(), sections[0]);
        Assert.Contains(weightsNote, sections[1], StringComparison.Ordinal);
        Assert.Contains(outputsNote, sections[3], StringComparison.Ordinal);

        // The sum behind the first adjustment runs over all rows, also those not shown.
        double sum = Enumerable.Range(0, 30).Sum(row =>
        {
            double y = 1 / (1 + Math.Exp(-inputs.Row(row).DotProduct(new NeuralNetwork(3, 40, 1).Layers[0].Weights.Column(0))));
            return inputs[row, 0] * (targets[row, 0] - y) * y * (1 - y);
        });
        Assert.Equal(sum, MatrixRows(sections[7])[0][0], 1e-8);
    }

    [Theory]
    [InlineData]
    [InlineData("--iteration", "15000")]
    [InlineData("--step-size", "1000", "--iteration", "40")]
    [InlineData("--hidden", "4")]
    [InlineData("--hidden", "64,32", "--iteration", "3")]
    [InlineData("--hidden", "7,6,5", "--iteration", "200")]
    public void No_line_is_wider_than_a_terminal_of_80_columns(params string[] args)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            CommandRun run = Run(language, args);

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Sum(c => c >= '\u2E80' ? 2 : 1), 0, 80));
            Assert.DoesNotContain("\n\n\n", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1000", "1", "E rose by 61.3%")]
    [InlineData("1", "1", "E fell by 17.2%")]
    [InlineData("1000", "40", "E did not move")]
    public void The_result_says_whether_the_step_helped(string stepSize, string iteration, string verdict) =>
        Assert.Contains(verdict, CommandRun.Of("explain", "--step-size", stepSize, "--iteration", iteration).Output, StringComparison.Ordinal);

    private static string Explain(
        NeuralNetwork network, Matrix<double> inputs, Matrix<double> targets, int iteration, double stepSize, Language language)
    {
        Lesson lesson = new()
        {
            Data = new(inputs, targets),
            Iterations = iteration,
            Steps = StepRule.Fixed(stepSize),
        };
        TrainingStep step = TrainingStep.Of(network, inputs, targets, stepSize);
        return new Explanation(lesson, iteration, step, GradientCheck.Of(step), language).ToString();
    }

    /// <summary>The numbered sections, each from its heading on.</summary>
    private static string[] Sections(string text) => [.. Regex.Split(text, @"^(?=\d+\. )", RegexOptions.Multiline).Skip(1)];

    /// <summary>Whether the rows of a matrix stand in the text, in NumPy's notation, one below the other.</summary>
    private static void AssertShows(double[][] matrix, string section)
    {
        string[] lines = section.Split('\n');
        string[] rows = NumpyText.Format(Golden.Matrix(matrix)).Split('\n');
        int first = Array.FindIndex(lines, line => line.Contains(rows[0], StringComparison.Ordinal));
        Assert.True(first >= 0, $"{rows[0]} is missing in\n{section}");
        int column = lines[first].IndexOf(rows[0], StringComparison.Ordinal);
        Assert.Equal(rows, lines.Skip(first).Take(rows.Length).Zip(rows, (line, row) => line.Substring(column, row.Length)));
    }

    private static double[][] MatrixRows(string section) =>
    [
        .. section.Split('\n').Where(line => Regex.IsMatch(line, @"^ +\[")).Select(line =>
            Regex.Matches(line, @"[-0-9.e+]+").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray()),
    ];

    /// <summary>The words of each row of the section's table, its heading left out.</summary>
    private static string[][] TableRows(string section) =>
    [
        .. section.Split("\n\n")[1].Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static void AssertNumbers(IEnumerable<double> expected, IEnumerable<string> actual) => Assert.Equal(
        expected,
        actual.Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        (number, printed) => Math.Abs(number - printed) <= 1e-8);

    private static CommandRun Run(Language language, params string[] args) =>
        language == Language.Chinese ? CommandRun.InChinese(["explain", .. args]) : CommandRun.Of(["explain", .. args]);
}
