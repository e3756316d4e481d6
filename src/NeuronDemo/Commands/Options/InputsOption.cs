using System.CommandLine;
using System.Globalization;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--inputs A,B</c>: two different inputs, by name or by number from 1 on.</summary>
internal static class InputsOption
{
    private const string Name = "--inputs";
    private const int MostNames = 12;

    public static Option<string?> Create(Session session) => new(Name)
    {
        Description = session.Say(
            "The two inputs to see, by name or number, say x1,x2 or 1,2 [default: those that matter most, numbers before texts]",
            "要看的两个输入，用列名或编号，如 x1,x2 或 1,2 [默认：最重要的两个，数值列优先]"),
        HelpName = "a,b",
    };

    /// <summary>Finds the inputs that a person named.</summary>
    /// <returns>The inputs, counted from 0; null if nobody named any.</returns>
    /// <exception cref="UnusableInputException">They are not two inputs that can be seen, or there are no two.</exception>
    public static (int First, int Second)? Choose(TrainingSet data, string? text)
    {
        int[] varying = InputAxis.Varying(data);
        if (varying.Length < 2)
        {
            throw new UnusableInputException(new(
                "The picture needs two inputs that vary, and there are not so many; take data with more columns, or see plot-training.",
                "此图需要两个取值有变化的输入，而数据没有这么多；请换列数更多的数据，或改用 plot-training。"));
        }

        if (text is null)
        {
            return null;
        }

        string[] names = [.. InputAxis.Of(data).Select(input => input.Name)];
        int[] commas = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == ',')];

        // A name may have a comma of its own.
        (string First, string Second)[] pairs = [.. commas.Select(comma => (text[..comma].Trim(), text[(comma + 1)..].Trim()))];
        (int First, int Second)[] found = [.. pairs.Select(pair => (Find(pair.First), Find(pair.Second))).Where(pair => pair.Item1 >= 0 && pair.Item2 >= 0)];
        Message inputs = List(varying, names);
        return (pairs, found) switch
        {
            (_, [var axes, ..]) when axes.First != axes.Second => axes,
            ([var pair], []) => throw Unknown(Find(pair.First) < 0 ? pair.First : pair.Second),
            _ => throw new UnusableInputException(new(
                $"{Name} takes two different inputs with a comma between, not '{Excerpt.Of(text)}'. Those that vary are {inputs.English}",
                $"{Name} 需要以半角逗号分隔的两个不同的输入，而不是“{Excerpt.Of(text)}”。可选：{inputs.Chinese}")),
        };

        int Find(string word)
        {
            int[] places = [.. varying.Where(input => names[input] == word)];
            return places is [int place] ? place
                : places is [int first, int second, ..] ? throw new UnusableInputException(new(
                    $"{Name}: inputs {first + 1} and {second + 1} are both called '{Excerpt.Of(word)}'; write the number.",
                    $"{Name}：第 {first + 1} 个和第 {second + 1} 个输入都叫“{Excerpt.Of(word)}”；请写编号。"))
                : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && varying.Contains(number - 1) ? number - 1
                : -1;
        }

        UnusableInputException Unknown(string word)
        {
            string shown = Excerpt.Of(word);
            if (data.InputColumns.FirstOrDefault(column => column.Texts is not null && column.Name == word) is not { } texts)
            {
                return new(new(
                    $"{Name}: '{shown}' is none of the inputs that vary. These are {inputs.English}",
                    $"{Name}：“{shown}”不是取值有变化的输入。可选：{inputs.Chinese}"));
            }

            Message own = List([.. varying.Where(input => texts.InputNames.Contains(names[input]))], names);
            return new(new(
                $"{Name}: '{shown}' is a column of texts, of which each has become an input of its own. Name one of these: {own.English}",
                $"{Name}：“{shown}”是文本列，每种文本各成一个输入。请从中选一个：{own.Chinese}"));
        }
    }

    private static Message List(int[] varying, string[] names)
    {
        string all = string.Join(", ", varying.Take(MostNames).Select(input => $"{input + 1} {Excerpt.Of(names[input])}"));
        int more = varying.Length - MostNames;
        return more > 0 ? new($"{all}, and {more} more.", $"{all}，等共 {varying.Length} 个。") : new($"{all}.", $"{all}。");
    }
}
