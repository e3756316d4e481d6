using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Data;

namespace NeuronDemo.Tests.Lessons;

public sealed class InputAxisTests
{
    private const string Rows = "a,b,same,c,t\n0,1,7,10,0\n1,1,7,30,1\n2,3,7,20,1\n3,3,7,40,0\n";

    [Fact]
    public void The_inputs_that_matter_most_have_the_largest_weight_times_deviation()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet(Rows, targets: 1, bias: true);

        // The deviations are 1.118, 1, 0, 11.18 and, of the constant, 0.
        Assert.Equal((1, 3), InputAxis.MainOf(data, Neuron(1, -2, 100, 1, 100)));
        Assert.Equal((0, 1), InputAxis.MainOf(data, Neuron(1, -2, 100, 0.01, 100)));
        Assert.Equal((0, 3), InputAxis.MainOf(data, Neuron(2, 2, 100, 1, 100)));
    }

    [Fact]
    public void Of_several_neurons_all_weights_count()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet(Rows, targets: 1, bias: true);
        NeuralNetwork network = new(new Layer(Golden.Matrix([[3, 0], [-2, 2], [0, 0], [0, 0.1], [9, 9]])), new Layer(Golden.Matrix([[1], [1]])));

        Assert.Equal((0, 1), InputAxis.MainOf(data, network));
    }

    [Fact]
    public void Numbers_come_before_texts_where_all_points_lie_at_0_or_1()
    {
        TrainingSet numbers = CsvFiles.ReadTrainingSet("sex,a,b,t\nm,1,5,0\nf,2,7,1\nm,3,4,1\nf,1,6,0\n", targets: 1);
        TrainingSet oneNumber = CsvFiles.ReadTrainingSet("sex,a,t\nm,1,0\nf,2,1\nm,3,1\nf,1,0\n", targets: 1);

        Assert.Equal((2, 3), InputAxis.MainOf(numbers, Neuron(100, 100, 1, 1)));
        Assert.Equal((1, 2), InputAxis.MainOf(oneNumber, Neuron(100, 101, 1)));
    }

    [Fact]
    public void The_constant_and_what_scaling_makes_0_do_not_vary()
    {
        Assert.Equal([0, 1, 2], InputAxis.Varying(TrainingSet.TruthTable));
        Assert.Equal([0, 1], InputAxis.Varying(TrainingSet.TruthTable.WithBias().Standardize()));
        Assert.Equal([0, 1, 3], InputAxis.Varying(CsvFiles.ReadTrainingSet(Rows, new DataChoice())));
    }

    [Fact]
    public void An_input_rests_at_its_mean_and_is_seen_a_fifth_beyond_its_numbers()
    {
        InputAxis[] axes = InputAxis.Of(CsvFiles.ReadTrainingSet(Rows, new DataChoice()));

        Assert.Equal(["a", "b", "same", "c", "1"], axes.Select(axis => axis.Name));
        Assert.Equal([1.5, 2, 7, 25, 1], axes.Select(axis => Math.Round(axis.Own(axis.Rest), 12)));
        Assert.Equal((-0.6, 3.6), (Math.Round(axes[0].Own(axes[0].Low), 12), Math.Round(axes[0].Own(axes[0].High), 12)));
        Assert.Equal((4, 46), (Math.Round(axes[3].Own(axes[3].Low), 12), Math.Round(axes[3].Own(axes[3].High), 12)));
    }

    [Fact]
    public void A_far_outlier_does_not_squeeze_the_others()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 10},{i % 2}\n")) + "1000000,1\n");

        InputAxis axis = InputAxis.Of(data)[0];

        Assert.InRange(axis.High, 10, 600_000);
    }

    private static NeuralNetwork Neuron(params double[] weights) => new(new Layer(Golden.Matrix([.. weights.Select(weight => new[] { weight })])));
}
