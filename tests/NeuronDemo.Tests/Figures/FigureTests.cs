using NeuronDemo.Figures;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Tests.Commands;
using NeuronDemo.Tests.Lessons;

namespace NeuronDemo.Tests.Figures;

public sealed class FigureTests
{
    [Fact]
    public void The_program_draws_the_same_figures()
    {
        AssertSame("plot-sigmoid --derivative", Figure.OfSigmoid(derivative: true));
        AssertSame("plot-neuron", Figure.OfNeuron(Sample.Trained(15000), iterations: 15000));
        AssertSame("plot-training", Figure.OfTraining(Sample.Lesson(15000)));
        AssertSame("plot-descent", Figure.OfDescent(Sample.Lesson(15000), weights: (1, 3)));
        AssertSame("plot-decision", Figure.OfDecision(Sample.Lesson(15000).Learn()));
        AssertSame("plot-decision --inputs x3,2", Figure.OfDecision(Sample.Lesson(15000).Learn(), inputs: (2, 1)));
    }

    [Fact]
    public void What_it_draws_of_a_training_has_come_to_the_same_end()
    {
        NeuralNetwork trained = Sample.Trained(300, 4);

        Assert.Equal(WeightsOf(trained), WeightsOf(Sample.Trace(300, 4).Outcome.Network));
        Assert.Equal(WeightsOf(trained), WeightsOf(Sample.Descent(300, 1, 16, 4).Outcome.Network));
    }

    [Fact]
    public void Progress_is_reported_up_to_the_last_iteration()
    {
        Reports reports = new();

        Figure.OfTraining(Sample.Lesson(500), reports);

        Assert.Equal(reports.Order(), reports);
        Assert.Equal(500, reports[^1]);
    }

    [Theory]
    [InlineData(399, 600)]
    [InlineData(800, 299)]
    [InlineData(10001, 600)]
    [InlineData(800, 10001)]
    public void A_size_out_of_range_is_refused_and_no_file_begun(int width, int height)
    {
        using TemporaryFolder folder = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfSigmoid().Save(folder.Path("a.png"), width, height));

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void What_can_not_be_drawn_is_refused()
    {
        NeuralNetwork neuron = Sample.Start();

        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfSigmoid(from: 1, to: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfSigmoid(to: double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => Figure.OfTraining(Sample.Lesson(1) with { Data = new(Sample.Inputs, Sample.Inputs.SubMatrix(0, 3, 0, 1)) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfTraining(Sample.Lesson(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfDescent(Sample.Lesson(1), (1, 4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfDescent(Sample.Lesson(1), (2, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfDescent(Sample.Lesson(1), (0, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfDecision(Sample.Lesson(1).Learn(), (0, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.OfDecision(Sample.Lesson(1).Learn(), (1, 1)));
        neuron.Layers[0].Weights[0, 0] = double.NaN;
        Assert.Throws<UnusableInputException>(() => Figure.OfNeuron(neuron));
        Assert.Throws<UnusableInputException>(() => Figure.OfSigmoid().Save("a.gif"));
    }

    private static void AssertSame(string command, Figure figure)
    {
        using TemporaryFolder folder = new();
        CommandRun run = CommandRun.Of([.. command.Split(' '), "--out", folder.Path("command.png")]);
        figure.Save(folder.Path("figure.png"));

        Assert.Equal(new CommandRun(0, "", ""), run);
        Assert.Equal(File.ReadAllBytes(folder.Path("command.png")), File.ReadAllBytes(folder.Path("figure.png")));
    }

    private static IEnumerable<double> WeightsOf(NeuralNetwork network) => network.Layers.SelectMany(layer => layer.Weights.Enumerate());

    private sealed class Reports : List<int>, IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Add(value.Iteration);
    }
}
