using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Data;
using NeuronDemo.Tests.Lessons;

namespace NeuronDemo.Tests.Figures;

public sealed class DecisionTests
{
    [Fact]
    public void The_map_is_what_the_network_answers_there() => Assert.All(
        (Decision[])[Decisions.TruthTable, Decisions.Xor, Decisions.Iris, Decisions.Cars],
        decision => AssertAnswers(decision, decision.Outcome.Network, decision.Map));

    [Fact]
    public void The_small_maps_are_what_the_hidden_neurons_answer_there()
    {
        Decision decision = Decisions.Of(Sample.Lesson(200, 3, 2));

        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)], decision.Hidden.Select(neuron => (neuron.Layer, neuron.Neuron)));
        foreach ((int layer, int neuron, DecisionMap map) in decision.Hidden)
        {
            Layer[] layers = [.. decision.Outcome.Network.Layers.Take(layer + 1)];
            layers[^1] = new(layers[^1].Weights.Column(neuron).ToColumnMatrix());
            AssertAnswers(decision, new(layers), map);
        }
    }

    [Theory]
    [InlineData("0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7", 20)]
    [InlineData("0.0 0.1 0.2 0.3 0.4 1.0 1.1 1.2", 5, 9)]
    [InlineData("0.0 1.0 1.1", 1, 2)]
    [InlineData("")]
    public void At_most_eight_hidden_neurons_are_shown_of_the_first_layer_first(string shown, params int[] hidden) => Assert.Equal(
        shown, string.Join(' ', Decisions.Of(Sample.Lesson(1, hidden)).Hidden.Select(neuron => $"{neuron.Layer}.{neuron.Neuron}")));

    [Fact]
    public void The_truth_table_is_seen_over_x1_and_x2_and_the_third_input_rests_at_1()
    {
        Decision decision = Decisions.TruthTable;

        Assert.Equal((0, 1), decision.Axes);
        Assert.Equal(1, decision.Inputs[2].Rest);
        Assert.Equal((-0.2, 1.2), (decision.Map.X[0], decision.Map.X[^1]));
    }

    [Fact]
    public void Rows_stand_where_the_file_has_them()
    {
        Decision decision = Decisions.Iris;
        string[][] cells = [.. File.ReadLines(Docs.Document.FullPath("examples/iris.csv")).Skip(1).Select(line => line.Split(','))];

        Assert.Equal(Enumerable.Range(1, 150), decision.Rows.Select(row => row.Number));
        Assert.All(decision.Rows.Zip(cells), pair =>
        {
            Assert.Equal(PythonFloat(pair.Second[decision.Axes.First]), pair.First.Place.X, 1e-12);
            Assert.Equal(PythonFloat(pair.Second[decision.Axes.Second]), pair.First.Place.Y, 1e-12);
            Assert.Equal(decision.Question.Kinds[pair.First.Kind], pair.Second[^1]);
        });

        static double PythonFloat(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Held_out_rows_and_wrong_rows_are_known()
    {
        Decision decision = Decisions.Iris;
        Outcome outcome = decision.Outcome;

        Assert.Equal(
            [.. Enumerable.Range(0, 30).Select(outcome.HeldOut!.Data.NumberOf).Order()],
            decision.Rows.Where(row => row.IsHeldOut).Select(row => row.Number));
        Assert.Equal(
            150 - outcome.Answers.RowsRight - outcome.HeldOut.RowsRight,
            decision.Rows.Count(row => row.IsWrong));
        Assert.All(Decisions.XorAlone.Rows, row => Assert.True(row.IsWrong));
        Assert.DoesNotContain(Decisions.Xor.Rows, row => row.IsWrong);
    }

    [Fact]
    public void Numbers_are_neither_right_nor_wrong() => Assert.DoesNotContain(Decisions.Cars.Rows, row => row.IsWrong);

    [Fact]
    public void Of_many_rows_some_thousand_are_shown_from_the_first_to_the_last()
    {
        string rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i % 7},{i % 11},{i % 2}\n"));
        TrainingSet data = CsvFiles.ReadTrainingSet(rows, new DataChoice { HoldOut = 0.25 });

        Decision decision = Decisions.Of(new Lesson { Data = data, Iterations = 1 });

        Assert.Equal((2000, 20_000), (decision.Rows.Count, decision.RowCount));
        Assert.Equal(500, decision.Rows.Count(row => row.IsHeldOut));
        Assert.InRange(decision.Rows[0].Number, 1, 10);
        Assert.InRange(decision.Rows[^1].Number, 19_990, 20_000);
    }

    [Fact]
    public void A_large_network_has_a_coarser_map()
    {
        Assert.Equal(161, Decisions.TruthTable.Map.X.Count);
        Assert.InRange(Decisions.Of(Sample.Lesson(1, 600, 600)).Map.X.Count, 41, 160);
    }

    [Fact]
    public void An_interrupted_decision_is_none() => Assert.ThrowsAny<OperationCanceledException>(
        () => Decision.Of(Sample.Lesson(1).Learn(), inputs: null, new(canceled: true)));

    // Asks the network itself, with a whole row: the two inputs as they are at the place, all others at rest.
    private static void AssertAnswers(Decision decision, NeuralNetwork network, DecisionMap map)
    {
        (InputAxis across, InputAxis up) = (decision.Inputs[decision.Axes.First], decision.Inputs[decision.Axes.Second]);
        int last = map.X.Count - 1;
        foreach ((int row, int column) in (ReadOnlySpan<(int, int)>)[(0, 0), (0, last), (last, 0), (last, last), (17, 31), (last / 2, last / 3)])
        {
            Matrix<double> x = Matrix<double>.Build.Dense(1, decision.Inputs.Count, (_, i) =>
                i == decision.Axes.First ? (map.X[column] - across.Mean) / across.Deviation
                : i == decision.Axes.Second ? (map.Y[row] - up.Mean) / up.Deviation
                : decision.Inputs[i].Rest);
            Assert.Equal(network.Think(x).Row(0).Count, map.Answers.Count);
            Assert.All(network.Think(x).Row(0).Zip(map.Answers), pair => Assert.Equal(pair.First, pair.Second[row, column], 1e-9));
        }
    }
}
