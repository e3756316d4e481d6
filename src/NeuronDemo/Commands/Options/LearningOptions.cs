using System.CommandLine;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Options;

/// <summary>The options of every command that learns.</summary>
internal sealed class LearningOptions
{
    private readonly Session _session;
    private readonly Option<int> _iterations;
    private readonly Option<uint> _seed;
    private readonly Option<StepRule?> _stepSize;
    private readonly Option<int[]> _hidden;

    public LearningOptions(Session session)
    {
        _session = session;
        _iterations = NumberOption.Whole(session, "--iterations", 15000, 0, int.MaxValue, new(
            "How many steps of gradient descent to take", "迭代次数（梯度下降的步数）"));
        _seed = NumberOption.Whole(session, "--seed", 1u, uint.MinValue, uint.MaxValue, new(
            "Seed of the random starting weights, as in numpy.random.seed", "随机初始权重的种子，同 numpy.random.seed"));
        _stepSize = StepSizeOption.Create(session);
        Data = new(session);
        _hidden = HiddenOption.Create(session);
    }

    /// <summary>What to learn from.</summary>
    public DataOptions Data { get; }

    public void AddTo(Command command)
    {
        command.Add(_iterations);
        command.Add(_seed);
        command.Add(_stepSize);
        Data.AddTo(command);
        command.Add(_hidden);
    }

    /// <summary>Requires that nothing asks to learn.</summary>
    /// <exception cref="UnusableInputException">Something does.</exception>
    public void RequireNone(ParseResult result)
    {
        Option[] all = [_iterations, _seed, _stepSize, _hidden, .. Data.HowToLearn];
        if (Array.Find(all, option => result.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new UnusableInputException(new(
                $"{option.Name} says how to learn, and --model checks what was learned before. For rows that it has not seen, give --data a file of those.",
                $"{option.Name} 用于训练，而 --model 检查的是已训练好的模型。要用它没见过的行来检查，请让 --data 指向只含这些行的文件。"));
        }
    }

    /// <summary>What the options ask to learn, for commands that print no results: who watches is told what was understood of own data.</summary>
    public Lesson ReadAloud(ParseResult result)
    {
        Lesson lesson = Read(result);
        if (_session.ErrorIsTerminal && !lesson.Data.IsTruthTable)
        {
            _session.Remarks.Insert(0, Understanding.Of(lesson.Data));
        }

        return lesson;
    }

    /// <summary>What the options ask to learn.</summary>
    public Lesson Read(ParseResult result)
    {
        using CsvFile? file = Data.Open(result);
        return Read(result, file);
    }

    /// <summary>The same from a file that stays open.</summary>
    public Lesson Read(ParseResult result, CsvFile? file)
    {
        Lesson lesson = new()
        {
            Data = Data.Read(result, file, result.GetValue(_seed)),
            Seed = result.GetValue(_seed),
            Hidden = result.GetValue(_hidden)!,
            Iterations = result.GetValue(_iterations),
            Steps = result.GetValue(_stepSize) ?? (file is not null ? StepRule.Auto : StepRule.Fixed(1)),
        };
        Data.TellDoubts(lesson.Data);
        return lesson;
    }
}
