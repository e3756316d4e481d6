using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using static NeuronDemo.Tests.Docs.Tutorial;

namespace NeuronDemo.Tests.Docs;

/// <summary>The numbers in the tutorial's sentences are computed, and both languages tell the same ones.</summary>
public sealed class TutorialNumbersTests
{
    private static readonly TrainingSet TruthTable = TrainingSet.TruthTable;
    private static readonly Matrix<double> SureAndWrong = Matrix<double>.Build.DenseOfColumnArrays([-20, 0, 10]);

    // As --data examples/xor.csv makes it.
    private static readonly TrainingSet Xor = new TrainingSet(
        Matrix<double>.Build.DenseOfRowArrays([0, 0], [0, 1], [1, 0], [1, 1]),
        Matrix<double>.Build.DenseOfRowArrays([0], [1], [1], [0])).WithBias().Standardize();

    [Fact]
    public void A_neuron_leans_towards_0_for_each_row_and_not_for_every_input()
    {
        NeuralNetwork neuron = new(seed: 1, 3, 1);

        Assert.All(neuron.Think(TruthTable.Inputs).Enumerate(), y => Assert.InRange(y, 0, 0.5));
        BothSay("0, 1, 0", $"S(0.4406) = {Answer(neuron, 0, 1, 0):F3}");
    }

    [Fact]
    public void A_neuron_that_is_sure_and_wrong_hardly_learns()
    {
        NeuralNetwork neuron = new(new Layer(SureAndWrong));
        Assert.All(Errors(neuron, TruthTable), error => Assert.InRange(Math.Abs(error), 0.9999, 1));
        double largest = TrainingStep.Of(neuron, TruthTable.Inputs, TruthTable.Targets, stepSize: 1).Layers[0].Adjustment.L1Norm();

        neuron.Train(TruthTable.Inputs, TruthTable.Targets, iterations: 15000);

        Assert.Equal([-1, 0, 0, -1], Errors(neuron, TruthTable).Select(error => Math.Round(error, 1)));
        BothSay("(-20, 0, 10)", $"{largest:F5}", "15000");
    }

    [Fact]
    public void Cross_entropy_learns_where_squares_creep()
    {
        Matrix<double> start = new NeuralNetwork(seed: 1, 3, 1).Layers[0].Weights;

        BothSay($"{IterationsOfCrossEntropy(start)}", $"{Iterations(start)}", $"{IterationsOfCrossEntropy(SureAndWrong)}", "(-20, 0, 10)");
    }

    [Fact]
    public void Ten_times_the_iterations_make_the_loss_ten_times_smaller()
    {
        GradientDescent training = new(new(seed: 1, 3, 1), TruthTable.Inputs, TruthTable.Targets, StepRule.Fixed(1));
        double[] losses = [Loss(training, 100), Loss(training, 1000), Loss(training, 10000)];

        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.InRange(pair.First / pair.Second, 10, 13));
    }

    [Fact]
    public void The_second_weight_soon_stays_and_a_long_step_recovers()
    {
        NeuralNetwork neuron = new(seed: 1, 3, 1);
        neuron.Train(TruthTable.Inputs, TruthTable.Targets, iterations: 100);
        for (int i = 0; i < 149; i++)
        {
            Assert.Equal(-0.2, neuron.Layers[0].Weights[1, 0], 0.02);
            neuron.Train(TruthTable.Inputs, TruthTable.Targets, iterations: 100);
        }

        NeuralNetwork leaping = new(seed: 1, 3, 1);
        leaping.Train(TruthTable.Inputs, TruthTable.Targets, iterations: 15000, stepSize: 30);

        Assert.True(Mse(leaping, TruthTable) < Mse(neuron, TruthTable));
    }

    [Fact]
    public void The_border_of_the_trained_neuron_is_a_line()
    {
        NeuralNetwork neuron = new(seed: 1, 3, 1);
        neuron.Train(TruthTable.Inputs, TruthTable.Targets, iterations: 15000);
        Matrix<double> w = neuron.Layers[0].Weights;

        double below = -w[2, 0] / w[0, 0];
        double above = -(w[2, 0] + w[1, 0]) / w[0, 0];
        Assert.Equal(0.5, Answer(neuron, below, 0, 1), 1e-12);
        Assert.Equal(0.5, Answer(neuron, above, 1, 1), 1e-12);
        BothSay($"{below:F2}", $"{above:F2}");
    }

    [Fact]
    public void Four_hidden_neurons_pick_out_a_row_each()
    {
        NeuralNetwork network = Learn(seed: 1, 4);
        Matrix<double> hidden = new NeuralNetwork(new Layer(network.Layers[0].Weights)).Think(Xor.Inputs);
        Matrix<double> votes = hidden.MapIndexed((_, neuron, y) => y * network.Layers[1].Weights[neuron, 0]);

        // One row a hidden neuron in which it says something else than in the others: (0,1), (1,0), (0,0), (1,1).
        Assert.Equal("1 0 1 1, 0 0 0 1, 1 1 0 1, 1 0 0 0", string.Join(", ", hidden.EnumerateRows().Select(row => string.Join(' ', row.Select(y => $"{y:F0}")))));
        Assert.All(votes.EnumerateRows(), row => BothSay([.. row.Append(row.Sum()).Select(Vote)]));
        BothSay([.. network.Layers[1].Weights.Enumerate().Select(weight => $"{weight:F1}")]);
        Assert.All(network.Layers[0].Weights.EnumerateColumns(), weights => BothSay([.. weights.Select(weight => $"{weight:G3}")]));

        // The two that say "neither" and "not both" alone.
        BothSay($"{NeuralNetwork.Sigmoid(votes[3, 2] + votes[3, 3]):F2}");
    }

    [Fact]
    public void Two_hidden_neurons_learn_from_some_starts_and_else_descend_without_an_end()
    {
        Assert.Equal([2u, 4u, 5u], Enumerable.Range(1, 5).Select(seed => (uint)seed).Where(seed => Mse(Learn(seed, 2), Xor) < 1e-6));
        Assert.Equal([2, 4], Undecided(1));
        Assert.Equal([3, 4], Undecided(3));
        Assert.Equal(1.0 / 8, Flattening(1), 1e-5);
        Assert.Equal(1.0 / 8, Flattening(3), 1e-5);
        Assert.Equal(1.0 / 6, Flattening(7), 1e-5);
        BothSay("2", "4", "3", "100000", "1/8", "1/6", "7");

        static IEnumerable<int> Undecided(uint seed) =>
            Learn(seed, 2).Think(Xor.Inputs).Enumerate().Index().Where(row => Math.Abs(row.Item - 0.5) < 0.001).Select(row => row.Index + 1);
    }

    [Fact]
    public void A_step_grows_to_a_million_times_the_first()
    {
        GradientDescent training = new(new(seed: 1, 3, 4, 1), Xor.Inputs, Xor.Targets, StepRule.Auto);
        double first = training.StepSize;
        training.Run(2000);

        Assert.Equal(1e6 * first, training.StepSize);
        BothSay("4", $"{training.StepSize}");
    }

    [Fact]
    public void More_hidden_neurons_fail_less_often()
    {
        BothSay(Learning(hidden: 2), Learning(hidden: 4), "100");

        static string Learning(int hidden) => $"{Enumerable.Range(1, 100).Count(seed => Mse(Learn((uint)seed, hidden), Xor) < 1e-3)}";
    }

    [Fact]
    public void One_neuron_may_start_from_0_and_hidden_ones_may_not()
    {
        NeuralNetwork neuron = new(new Layer(Matrix<double>.Build.Dense(3, 1)));
        neuron.Train(TruthTable.Inputs, TruthTable.Targets, iterations: 15000);
        Assert.All(Errors(neuron, TruthTable), error => Assert.InRange(Math.Abs(error), 0, 0.01));

        NeuralNetwork zero = Learn(Network(0));
        Assert.All(zero.Layers.SelectMany(layer => layer.Weights.Enumerate()), weight => Assert.Equal(0, weight, 1e-12));
        NeuralNetwork equal = Learn(Network(0.5));
        Assert.All(equal.Layers[0].Weights.EnumerateColumns(), weights => Assert.Equal(equal.Layers[0].Weights.Column(0), weights));
        BothSay($"{Mse(zero, Xor):F2}", $"{Mse(equal, Xor):F2}", "0.5");

        static NeuralNetwork Network(double weight) =>
            new(new Layer(Matrix<double>.Build.Dense(3, 4, weight)), new Layer(Matrix<double>.Build.Dense(4, 1, weight)));
    }

    [Fact]
    public void Adjustments_shrink_from_layer_to_layer_on_the_way_back()
    {
        TrainingStep step = TrainingStep.Of(new(seed: 1, 3, 4, 4, 4, 1), Xor.Inputs, Xor.Targets, stepSize: 0.25);

        BothSay([.. step.Layers.Select(layer => $"{layer.Adjustment.Enumerate().Max(Math.Abs):G2}")]);
    }

    private static NeuralNetwork Learn(uint seed, int hidden) => Learn(new NeuralNetwork(seed, 3, hidden, 1));

    private static NeuralNetwork Learn(NeuralNetwork network)
    {
        new GradientDescent(network, Xor.Inputs, Xor.Targets, StepRule.Auto).Run(15000);
        return network;
    }

    // Where a start that fails is after 100,000 iterations: still on its way down, with weights still growing.
    private static double Flattening(uint seed)
    {
        GradientDescent training = new(new(seed, 3, 2, 1), Xor.Inputs, Xor.Targets, StepRule.Auto);
        double before = Loss(training, 15000);
        double largest = Largest(training.Network);
        double after = Loss(training, 100_000);

        Assert.True(after < before);
        Assert.True(Largest(training.Network) > largest);
        return after;

        static double Largest(NeuralNetwork network) => network.Layers.SelectMany(layer => layer.Weights.Enumerate()).Max(Math.Abs);
    }

    private static double Loss(GradientDescent training, int iteration)
    {
        training.Run(iteration - training.Iteration);
        return training.Network.MeanSquaredError(training.Inputs, training.Targets);
    }

    private static int Iterations(Matrix<double> start)
    {
        GradientDescent training = new(new(new Layer(start)), TruthTable.Inputs, TruthTable.Targets, StepRule.Fixed(1));
        while (Errors(training.Network, TruthTable).Any(error => Math.Abs(error) >= Lesson.Tolerance))
        {
            training.Run(1);
        }

        return training.Iteration;
    }

    // The lines beside NumPy's, without the factor y(1 - y).
    private static int IterationsOfCrossEntropy(Matrix<double> start)
    {
        Matrix<double> w = start.Clone();
        for (int iteration = 0; ; iteration++)
        {
            Matrix<double> error = TruthTable.Targets - (TruthTable.Inputs * w).Map(NeuralNetwork.Sigmoid);
            if (error.Enumerate().All(e => Math.Abs(e) < Lesson.Tolerance))
            {
                return iteration;
            }

            w += TruthTable.Inputs.TransposeThisAndMultiply(error);
        }
    }

    private static double Answer(NeuralNetwork network, params double[] inputs) => network.Think(Matrix<double>.Build.DenseOfRowArrays(inputs))[0, 0];

    private static IEnumerable<double> Errors(NeuralNetwork network, TrainingSet data) => (data.Targets - network.Think(data.Inputs)).Enumerate();

    private static double Mse(NeuralNetwork network, TrainingSet data) => network.MeanSquaredError(data.Inputs, data.Targets);

    private static string Vote(double vote) => Math.Abs(vote) < 0.05 ? "0.0" : $"{vote:F1}";
}
