using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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
    private readonly Option<string?> _targets;
    private readonly Option<string?> _ignore;
    private readonly Option<bool> _skipMissing;
    private readonly Option<double> _holdOut;
    private readonly Option<bool?> _standardize;
    private readonly Option<bool?> _bias;

    public DataOptions(Session session)
    {
        _session = session;
        _data = new("--data")
        {
            Description = session.Say("Learn from a CSV file, - for standard input; else the truth table", "从 CSV 文件学习，- 表示标准输入；省略时用真值表"),
            HelpName = "file",
        };
        _targets = new("--targets")
        {
            Description = session.Say("Target columns by name, say species or a,b, or how many last columns [default: 1]", "目标列的列名，如 species 或 a,b，或末尾列数 [默认：1]"),
            HelpName = "name,...|n",
        };
        CompleteColumns(_targets);
        _ignore = new("--ignore")
        {
            Description = session.Say("Columns that are neither inputs nor targets, by name", "既不是输入也不是目标的列（列名）"),
            HelpName = "name,...",
        };
        CompleteColumns(_ignore);
        _skipMissing = SkipMissingOption(session);
        _holdOut = HoldOutOption(session);
        _standardize = new("--standardize")
        {
            Description = session.Say("Scale each input to mean 0 and standard deviation 1; on with --data", "把每个输入缩放为均值 0、标准差 1；使用 --data 时默认开启"),
            HelpName = "true|false",
        };
        _bias = new("--bias")
        {
            Description = session.Say("Add a constant 1 as the last input; on with --data", "在末尾添加一个恒为 1 的输入（偏置）；使用 --data 时默认开启"),
            HelpName = "true|false",
        };
    }

    /// <summary>The options that matter to learning alone.</summary>
    public IEnumerable<Option> HowToLearn => [_targets, _ignore, _holdOut, _standardize, _bias];

    private Option[] All => [_data, _targets, _ignore, _skipMissing, _holdOut, _standardize, _bias];

    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>Suggests the columns of the file in <c>--data</c> for an option that names some of them.</summary>
    public void CompleteColumns(Option option) => option.CompletionSources.Add(context => ColumnNames.Complete(context.WordToComplete, context.ParseResult.GetValue(_data)));

    /// <summary>The words of the command line that say what is learned from.</summary>
    public IReadOnlyList<string> WordsOf(ParseResult result) =>
    [
        .. All.Select(result.GetResult).OfType<OptionResult>().Where(option => !option.Implicit)
            .SelectMany(option => option.Tokens.Select(token => token.Value).Prepend(option.Option.Name)),
    ];

    /// <summary>What <c>--data</c> names, or null for the truth table.</summary>
    public string? FileOf(ParseResult result) => result.GetValue(_data);

    /// <summary>Whether rows with a missing cell are left out.</summary>
    public bool SkipsMissing(ParseResult result) => result.GetValue(_skipMissing);

    /// <summary>Whether the rows come from standard input.</summary>
    public bool ReadsStandardInput(ParseResult result) => result.GetValue(_data) == StandardInput;

    /// <summary>Opens what <c>--data</c> names, if anything.</summary>
    public CsvFile? Open(ParseResult result) => FileOf(result) is string path ? Open(_session, path) : null;

    /// <summary>The rows to learn from, ready to learn. Each seed holds out others.</summary>
    public TrainingSet Read(ParseResult result, CsvFile? file, uint seed) =>
        file is null ? TruthTable(result) : TrainingSetReader.Read(file, Choice(result, seed), _session.Interrupted);

    /// <summary>Tells what is doubtful about the rows.</summary>
    public void TellDoubts(TrainingSet data)
    {
        foreach (Message doubt in data.Doubts)
        {
            _session.Tell(doubt);
        }

        // A constant 1 in the data is a bias, which standardizing takes away without a trace.
        int constant = data.Scaling?.Deviations.ToList().IndexOf(0) + 1 ?? 0;
        if (constant > 0 && !data.HasBias)
        {
            _session.Tell(new(
                $"Input {constant} is the same in every row, so --standardize makes it 0; --bias adds a constant 1.",
                $"第 {constant} 个输入在每一行都相同，--standardize 会把它变成 0；--bias 可添加恒为 1 的输入。"));
        }
    }

    /// <summary>Opens what <c>--data</c> names.</summary>
    public static CsvFile Open(Session session, string path) => path == StandardInput
        ? CsvFile.Open(session.Say("standard input", "标准输入"), session.OpenInput(), session.Interrupted)
        : CsvFile.Open(path, session.Interrupted);

    /// <summary><c>--skip-missing</c>.</summary>
    public static Option<bool> SkipMissingOption(Session session) => new("--skip-missing")
    {
        Description = session.Say("Leave out rows with a missing cell: empty, NA, N/A, NaN, null or ?", "跳过含缺失单元格（空、NA、N/A、NaN、null 或 ?）的行"),
    };

    private DataChoice Choice(ParseResult result, uint seed)
    {
        string? targets = result.GetValue(_targets);
        bool areCounted = int.TryParse(targets, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0;
        return new()
        {
            Targets = targets is null || areCounted ? [] : [targets],
            TargetCount = areCounted ? count : null,
            Ignored = result.GetValue(_ignore) is string ignored ? [ignored] : [],
            SkipsMissing = SkipsMissing(result),
            HoldOut = result.GetValue(_holdOut),
            Seed = seed,
            Standardizes = result.GetValue(_standardize) ?? true,
            AddsBias = result.GetValue(_bias) ?? true,
        };
    }

    private TrainingSet TruthTable(ParseResult result)
    {
        Option? aboutFiles = Array.Find<Option>([_targets, _ignore, _skipMissing, _holdOut], option => result.GetResult(option) is { Implicit: false });
        if (aboutFiles is not null)
        {
            throw new UnusableInputException(new(
                $"{aboutFiles.Name} says how to read a file; name one with --data.", $"{aboutFiles.Name} 用于读取文件；请用 --data 指定文件。"));
        }

        TrainingSet data = result.GetValue(_bias) == true ? TrainingSet.TruthTable.WithBias() : TrainingSet.TruthTable;
        return result.GetValue(_standardize) == true ? data.Standardize() : data;
    }

    private static Option<double> HoldOutOption(Session session) => new("--hold-out")
    {
        Description = session.Say("Share of the rows not to learn from but to test with, say 20% or 0.2", "留出多少行不参与学习、只用于检验，如 20% 或 0.2"),
        HelpName = "share",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (ShareText.TryParse(text) is > 0 and < 1 and double share)
            {
                return share;
            }

            result.AddError(session.Say(
                $"--hold-out takes a share between 0 and 1, say 20% or 0.2, not '{text}'.",
                $"--hold-out 需要 0 与 1 之间的比例，如 20% 或 0.2，而不是“{text}”。"));
            return 0;
        },
    };
}
