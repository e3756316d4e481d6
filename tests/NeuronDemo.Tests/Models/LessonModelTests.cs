using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Models;

/// <summary>What was trained on prepared inputs answers the same when it is asked with inputs as they came.</summary>
public sealed class LessonModelTests
{
    // From harmless columns to those that only keep their digits if the mean is subtracted before anything else.
    private static readonly Gen<(double Offset, double Spread)> Columns = Gen.OneOf<(double, double)>(
        (0, 1), (1e9, 2), (1e15, 1), (-1e300, 1e290), (0, 1e-310), (0, 1e300), (0.1, 0), (-7, 0));

    private static readonly Gen<(NeuralNetwork Network, TrainingSet Data, Matrix<double> Raw)> Cases =
        from columns in Columns.Array[1, 9]
        from rows in Gen.Int[2, 40]
        from units in Networks.Matrices(rows, columns.Length)
        from standardized in Gen.Bool
        from hasBias in Gen.Bool
        from hidden in Gen.Int[0, 3]
        from outputs in Gen.Int[1, 3]
        from seed in Gen.UInt
        select Case(units.MapIndexed((_, j, unit) => columns[j].Offset + columns[j].Spread * unit), standardized, hasBias, hidden, outputs, seed);

    [Fact]
    public void A_saved_model_answers_with_the_trained_networks_bits() =>
        Cases.Sample(given =>
        {
            (NeuralNetwork network, TrainingSet data, Matrix<double> raw) = given;

            Model model = ModelTests.Read(Model.Of(network, data).ToOnnx());

            Assert.Equal(network.Think(data.Inputs), model.Think(raw));
        });

    [Fact]
    public void Rows_that_it_was_not_trained_on_are_prepared_as_those_were() =>
        Gen.Select(Cases, Gen.Double[-2, 3]).Sample((given, factor) =>
        {
            (NeuralNetwork network, TrainingSet data, Matrix<double> raw) = given;
            Matrix<double> others = raw * factor;
            Matrix<double> prepared = others.Clone();
            data.Scaling?.Apply(prepared);
            prepared = data.HasBias ? prepared.InsertColumn(raw.ColumnCount, Vector<double>.Build.Dense(raw.RowCount, 1)) : prepared;

            Model model = ModelTests.Read(Model.Of(network, data).ToOnnx());

            Assert.Equal(network.Think(prepared), model.Think(others));
        });

    [Fact]
    public void Onnx_Runtime_answers_the_same_to_what_is_standardized() =>
        Cases.Where(given => given.Data.Scaling is not null).Sample(
            given =>
            {
                (NeuralNetwork network, TrainingSet data, Matrix<double> raw) = given;
                using InferenceSession session = new(Model.Of(network, data).ToOnnx());

                Matrix<double> outputs = OnnxRuntimeTests.Run(session, raw);

                Assert.InRange((outputs - network.Think(data.Inputs)).Enumerate().Max(Math.Abs), 0, 1e-12);
            },
            iter: 100);

    [Fact]
    public void Asking_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => new Model(ModelTests.Example).Think(Golden.Matrix([[1, 2]]), new CancellationToken(canceled: true)));

    [Fact]
    public void Asking_leaves_the_inputs_as_they_are()
    {
        Matrix<double> inputs = Golden.Matrix([[7, 8]]);

        new Model(new NeuralNetwork(seed: 1, 2, 1)) { Scaling = new([1, 2], [3, 4]) }.Think(inputs);

        Assert.Equal([7, 8], inputs.ToRowMajorArray());
    }

    [Fact]
    public void An_input_that_was_constant_never_counts()
    {
        TrainingSet data = new TrainingSet(Golden.Matrix([[7, 1], [7, 3]]), Golden.Matrix([[0], [1]])).Standardize();
        Model model = Model.Of(new NeuralNetwork(new Layer(Golden.Matrix([[5], [3]]))), data);

        Assert.Equal(model.Think(Golden.Matrix([[7, 2.5]])), model.Think(Golden.Matrix([[-1e308, 2.5]])));
        Assert.Equal([7, 2], model.Scaling!.Means);
        Assert.Equal([1, 1], model.Scaling.Deviations);
        Assert.Equal([0, 3], model.Network.Layers[0].Weights.Column(0));
    }

    [Fact]
    public void The_trained_network_stays_as_it_is()
    {
        TrainingSet data = new TrainingSet(Golden.Matrix([[7, 1], [7, 3]]), Golden.Matrix([[0], [1]])).Standardize();
        NeuralNetwork network = new(seed: 1, 2, 1);
        Matrix<double> before = network.Layers[0].Weights.Clone();

        Model.Of(network, data);

        Assert.Equal(before, network.Layers[0].Weights);
        Assert.Equal([0, 1], data.Scaling!.Deviations);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Weights_that_are_not_finite_are_refused(double weight)
    {
        NeuralNetwork network = new(seed: 1, 3, 2, 1);
        network.Layers[1].Weights[0, 0] = weight;

        Message refused = Assert.Throws<UnusableInputException>(() => Model.Of(network, TrainingSet.TruthTable)).Text;

        Assert.StartsWith("Weights that are not finite can't be saved", refused.English, StringComparison.Ordinal);
        Translation.AssertComplete(refused);
    }

    [Theory]
    [InlineData(1e308, 1e308)]
    [InlineData(1e308, 0)]
    [InlineData(0, -1e308)]
    [InlineData(-1e308, 7)]
    public void A_row_whose_sums_overflow_is_told(double a, double b)
    {
        Model model = new(new NeuralNetwork(new Layer(Golden.Matrix([[2], [-2]]), Vector<double>.Build.Dense(1, 1e300))));

        Message refused = Assert.Throws<UnusableInputException>(() => model.Think(Golden.Matrix([[1, 2], [a, b], [a, b]]))).Text;

        Assert.Equal("Row 2 has no answer: its inputs are so large that the model's sums overflow.", refused.English);
        Translation.AssertComplete(refused);
    }

    [Fact]
    public void A_row_whose_scaled_inputs_overflow_is_told()
    {
        Model model = new(new NeuralNetwork(new Layer(Golden.Matrix([[1], [0]])))) { Scaling = new([0, -1e308], [1, 1e-10]) };

        Assert.Throws<UnusableInputException>(() => model.Think(Golden.Matrix([[1, 1e308]])));
        Assert.Throws<UnusableInputException>(() => model.Think(Golden.Matrix([[1, 0]])));
        Assert.Equal([NeuralNetwork.Sigmoid(1)], model.Think(Golden.Matrix([[1, -1e308]])).Column(0));
    }

    [Fact]
    public void Large_inputs_whose_sums_do_not_overflow_are_answered()
    {
        Model model = new(new NeuralNetwork(new Layer(Golden.Matrix([[1e-308], [1e10]]))));

        Assert.Equal(NeuralNetwork.Sigmoid(1.5), model.Think(Golden.Matrix([[1.5e308, 0]]))[0, 0], 1e-12);
    }

    private static (NeuralNetwork Network, TrainingSet Data, Matrix<double> Raw) Case(
        Matrix<double> raw, bool standardized, bool hasBias, int hidden, int outputs, uint seed)
    {
        TrainingSet data = new(raw.Clone(), Matrix<double>.Build.Dense(raw.RowCount, outputs));
        data = hasBias ? data.WithBias() : data;
        data = standardized ? data.Standardize() : data;
        int inputs = data.Inputs.ColumnCount;
        NeuralNetwork network = new(seed, hidden == 0 ? [inputs, outputs] : [inputs, hidden, outputs]);
        return (network, data, raw);
    }
}
