using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>What a careful person would ask about own data before believing a result.</summary>
internal static class Doubts
{
    // In fewer rows, numbers that are all different are no wonder.
    private const int FewRows = 20;
    private const int MostNames = 5;

    // What is seen in fewer rows of a table that is not small may be chance.
    private const int RowsBeyondChance = 5;

    // In so many rows a column of classes or of codes has repeated itself.
    private const int RowsLookedAt = 1000;

    // To compare more with one another takes longer than to read them.
    private const int RowsCompared = 50_000;

    /// <summary>The doubts, if there are any.</summary>
    /// <param name="data">The data as it came, not yet standardized.</param>
    public static IReadOnlyList<Message> About(TrainingSet data)
    {
        Column[] inputs = [.. Columns(data)];
        return
        [
            .. data.DuplicateNames.Select(name => Text(
                $"Several columns are called '{Excerpt.Of(name)}'. To choose one by its name, give them different names in the file.",
                $"有多列都叫“{Excerpt.Of(name)}”。要按列名选其中一列，请先在文件中改成不同的列名。")),
            .. inputs.Where(input => NumbersRows(data, input.Values)).Select(input => Text(
                $"'{input.Name}' is a different whole number in every row, as a row's number or an identifier is. If it is one, it says nothing about other rows: leave it out with {input.Ignore}.",
                $"“{input.Name}”在每一行都是不同的整数，像行号或编号。若是编号，它不能说明其他行：可用 {input.Ignore} 去掉。")),
            .. data.Inputs.RowCount <= RowsCompared ? Copies(inputs).Take(MostNames) : [],
            .. Leaks(data, inputs),
            .. data.TargetsAreGuessed ? OtherTargets(data, inputs) : [],
            .. data.Inputs.RowCount <= RowsCompared && Contradiction.In(data) is { } found ? (Message[])[found.ToMessage(data)] : [],
        ];
    }

    private static bool NumbersRows(TrainingSet data, ArraySegment<double> values) =>
        data.Inputs.RowCount >= FewRows && values.All(double.IsInteger) && values.Distinct().Count() == values.Count;

    // Two copies share what one would learn, and count twice where it should count once.
    private static IEnumerable<Message> Copies(Column[] inputs)
    {
        Dictionary<ArraySegment<double>, Column> met = new(EqualityComparer<ArraySegment<double>>.Create(
            (one, other) => one.AsSpan().SequenceEqual(other), values => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value))));
        foreach (IGrouping<int, Column> column in inputs.Where(input => input.Values.Any(value => value != input.Values[0])).GroupBy(input => input.Number))
        {
            Column?[] same = [.. column.Select(input => met.GetValueOrDefault(input.Values))];
            if (Array.TrueForAll(same, input => input is not null))
            {
                (string copy, string first, string ignore) = (column.First().Source, same is [{ } only] ? only.Name : same[0]!.Source, column.First().Ignore);
                yield return Text(
                    $"'{copy}' says in every row what '{first}' says, as a copy of it would: nothing more can be learned from it. Leave it out with {ignore}.",
                    $"“{copy}”在每一行都与“{first}”说的相同，像是后者的副本：从中学不到更多东西。可用 {ignore} 去掉。");
            }

            foreach (Column input in column)
            {
                met.TryAdd(input.Values, input);
            }
        }
    }

    // An input that equals the target, or together with it makes one of several columns that are 1 in turn.
    private static IEnumerable<Message> Leaks(TrainingSet data, Column[] inputs)
    {
        string[] names = [.. data.Meaning!.OutputNames.Select(name => Excerpt.Of(name))];
        for (int output = 0; output < data.Targets.ColumnCount; output++)
        {
            double[] target = data.Targets.Column(output).ToArray();
            string name = names[output];
            if (Array.Find(inputs, input => OneFollowsFromOther(input.Values, target)) is { } same)
            {
                yield return Text(
                    $"'{same.Name}' tells the target '{name}' in every row, as a copy of it would. If it is not known beforehand, leave it out with {same.Ignore}.",
                    $"“{same.Name}”在每一行都能推出目标“{name}”，像是目标的副本。如果这一列并非事先已知，请用 {same.Ignore} 去掉。");
            }

            string[] turns = InTurnWith(target, inputs);
            if (turns.Length > 0)
            {
                yield return Text(
                    $"'{string.Join("', '", turns)}' and the target '{name}' are 1 in turn, so the inputs give the answer away. They look like the classes of one target: --targets {ShellWord.Of(string.Join(',', turns.Append(name)))}.",
                    $"“{string.Join("”“", turns)}”与目标“{name}”轮流为 1，输入已泄露答案。它们像是同一目标的各个类别：--targets {ShellWord.Of(string.Join(',', turns.Append(name)))}。");
            }
        }
    }

    private static string[] InTurnWith(double[] target, Column[] inputs)
    {
        if (!target.All(value => value is 0 or 1))
        {
            return [];
        }

        double[] sum = [.. target];
        List<string> names = [];
        foreach (Column input in inputs.Where(input => input.IsOwn && input.Values.All(value => value is 0 or 1) && input.Values.Contains(1)))
        {
            // Never 1 where another one is.
            if (sum.Zip(input.Values).All(pair => pair.First + pair.Second <= 1))
            {
                sum = [.. sum.Zip(input.Values, (one, other) => one + other)];
                names.Add(input.Name);
            }
        }

        return names.Count > 0 && sum.All(value => value == 1) ? [.. names] : [];
    }

    private static IEnumerable<Message> OtherTargets(TrainingSet data, Column[] inputs)
    {
        if (data.Meaning!.Columns is not [NumberTarget target])
        {
            yield break;
        }

        string[] texts = [.. data.InputColumns.Where(column => column.Texts is not null).Select(column => Excerpt.Of(column.Name))];
        string[] twofold = target.IsScaled
            ? [.. inputs.Where(input => input.IsOwn && input.Values.Distinct().Take(3).Count() == 2).Select(input => input.Name)]
            : [];
        string[] others = [.. texts, .. twofold];
        if (others.Length > 0)
        {
            string names = string.Join(", ", others.Take(MostNames)) + (others.Length > MostNames ? ", ..." : "");
            string name = Excerpt.Of(target.Name);
            yield return Text(
                $"The last column, '{name}', was taken as the target, though {names} could be classes. Name the target: --targets {ShellWord.Of(others[0])}, or --targets {ShellWord.Of(name)} if this is right.",
                $"最后一列“{name}”被当作目标，但 {names} 也可能是类别。请指明目标：--targets {ShellWord.Of(others[0])}；若无误，请写 --targets {ShellWord.Of(name)}。");
        }
    }

    // Whether there is one number of the target for each number of the input, and the other way round.
    private static bool OneFollowsFromOther(ArraySegment<double> input, double[] target)
    {
        // Measurements hardly ever repeat, and of numbers that are all different nothing follows but for a copy.
        ArraySegment<double> some = input[..Math.Min(input.Count, RowsLookedAt)];
        if (input.Count < 3 || some.Distinct().Count() == some.Count)
        {
            return input.Count >= 3 && input.SequenceEqual(target);
        }

        Dictionary<double, double> there = [];
        Dictionary<double, double> back = [];
        for (int row = 0; row < input.Count; row++)
        {
            if (!Agrees(there, input[row], target[row]) || !Agrees(back, target[row], input[row]))
            {
                return false;
            }
        }

        return there.Count > 2 || there.Count == 2 && RarestOf(input) >= Math.Min(RowsBeyondChance, input.Count / 4);

        static bool Agrees(Dictionary<double, double> known, double key, double value) =>
            known.TryAdd(key, value) || known[key] == value;
    }

    private static int RarestOf(ArraySegment<double> twofold) =>
        twofold.CountBy(value => value).Min(value => value.Value);

    private static IEnumerable<Column> Columns(TrainingSet data)
    {
        double[] values = data.Inputs.ColumnMajorValues();
        int rows = data.Inputs.RowCount;
        int place = 0;
        foreach ((int number, InputColumn column) in data.InputColumns.Index())
        {
            foreach (string name in column.InputNames)
            {
                yield return new(Excerpt.Of(name), number, column.Name, new(values, rows * place++, rows), column.Texts is null);
            }
        }
    }

    private static Message Text(string english, string chinese) => new(english, chinese);

    /// <summary>An input with the column it comes from and its raw numbers.</summary>
    private sealed record Column(string Name, int Number, string FullSource, ArraySegment<double> Values, bool IsOwn)
    {
        public string Source => Excerpt.Of(FullSource);

        public string Ignore => $"--ignore {ShellWord.Of(Excerpt.Of(FullSource, Excerpt.MostCopied))}";
    }
}
