using System.CommandLine;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands.Options;

/// <summary>The options that say what to learn from.</summary>
internal sealed class DataOptions
{
    private const string StandardInput = "-";

    private readonly Session _session;
    private readonly Option<string?> _data;
    private readonly Option<int> _targets;
    private readonly Option<bool> _standardize;
    private readonly Option<bool> _bias;

    public DataOptions(Session session)
    {
        _session = session;
        _data = new("--data")
        {
            Description = session.Say("Learn from a CSV file, - for standard input; else the truth table", "从 CSV 文件学习，- 表示标准输入；省略时用真值表"),
            HelpName = "file",
        };
        _targets = NumberOption.Whole(session, "--targets", 1, 1, int.MaxValue, new(
            "How many last columns of the file are targets", "文件末尾有几列是目标值"));
        _standardize = new("--standardize")
        {
            Description = session.Say("Scale each input to mean 0 and standard deviation 1", "把每个输入缩放为均值 0、标准差 1"),
        };
        _bias = new("--bias")
        {
            Description = session.Say("Add a constant 1 as the last input", "在末尾添加一个恒为 1 的输入（偏置）"),
        };
    }

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_targets);
        command.Add(_standardize);
        command.Add(_bias);
    }

    /// <summary>Whether the rows come from standard input.</summary>
    public bool ReadsStandardInput(ParseResult result) => result.GetValue(_data) == StandardInput;

    /// <summary>The rows to learn from, ready to learn.</summary>
    public TrainingSet Read(ParseResult result)
    {
        bool bias = result.GetValue(_bias);
        TrainingSet data = result.GetValue(_data) is string path ? Read(path, result.GetValue(_targets), bias)
            : bias ? TruthTable(result).WithBias()
            : TruthTable(result);
        return result.GetValue(_standardize) ? Standardized(data) : data;
    }

    /// <summary>Opens what <c>--data</c> names.</summary>
    public static CsvFile Open(Session session, string path) => path == StandardInput
        ? CsvFile.Open(session.Say("standard input", "标准输入"), session.OpenInput(), session.Interrupted)
        : CsvFile.Open(path, session.Interrupted);

    // A constant 1 in the data is a bias, which standardizing takes away without a trace.
    private TrainingSet Standardized(TrainingSet raw)
    {
        TrainingSet data = raw.Standardize();
        int constant = data.Scaling!.Deviations.ToList().IndexOf(0) + 1;
        if (constant > 0 && !data.HasBias)
        {
            _session.Error.WriteLine(_session.Say(
                $"Input {constant} is the same in every row, so --standardize makes it 0; --bias adds a constant 1.",
                $"第 {constant} 个输入在每一行都相同，--standardize 会把它变成 0；--bias 可添加恒为 1 的输入。"));
        }

        return data;
    }

    private TrainingSet Read(string path, int targets, bool bias)
    {
        using CsvFile file = Open(_session, path);
        return file.ReadTrainingSet(targets, bias, _session.Interrupted);
    }

    private TrainingSet TruthTable(ParseResult result) => result.GetResult(_targets) is { Implicit: false }
        ? throw new UnusableInputException(new("--targets says how to read a file; name one with --data.", "--targets 用于读取文件；请用 --data 指定文件。"))
        : TrainingSet.TruthTable;
}
