using System.CommandLine;
using NeuronDemo.Data;
using NeuronDemo.Network;

namespace NeuronDemo.Commands;

/// <summary>The options of every command that learns.</summary>
internal sealed class LearningOptions
{
    private readonly Option<int> _iterations;
    private readonly Option<uint> _seed;
    private readonly Option<double> _stepSize;

    public LearningOptions(Session session)
    {
        _iterations = NumberOption.Whole(session, "--iterations", 15000, 0, int.MaxValue, new(
            "How many steps of gradient descent to take", "梯度下降的步数"));
        _seed = NumberOption.Whole(session, "--seed", 1u, uint.MinValue, uint.MaxValue, new(
            "Seed of the random starting weights, as in numpy.random.seed", "随机初始权重的种子，同 numpy.random.seed"));
        _stepSize = NumberOption.Positive(session, "--step-size", 1, new(
            "How far a step goes along the adjustment (learning rate)", "每一步沿调整量走多远（学习率）"));
        _stepSize.Aliases.Add("--learning-rate");
    }

    public void AddTo(Command command)
    {
        command.Add(_iterations);
        command.Add(_seed);
        command.Add(_stepSize);
    }

    /// <summary>Trains a network as the options say.</summary>
    public Lesson Learn(ParseResult result)
    {
        TrainingSet data = TrainingSet.TruthTable;
        uint seed = result.GetValue(_seed);
        NeuralNetwork network = new(seed, data.Inputs.ColumnCount, data.Targets.ColumnCount);
        Lesson lesson = new()
        {
            Seed = seed,
            Iterations = result.GetValue(_iterations),
            StepSize = result.GetValue(_stepSize),
            Data = data,
            InitialWeights = [.. network.Layers.Select(layer => layer.Weights.Clone())],
            Network = network,
        };
        network.Train(data.Inputs, data.Targets, lesson.Iterations, lesson.StepSize);
        return lesson;
    }
}
