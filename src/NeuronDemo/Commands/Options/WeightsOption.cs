using System.CommandLine;
using System.Globalization;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--weights I,J</c>: two different weights, counted from 1 layer by layer, each layer row by row.</summary>
internal static class WeightsOption
{
    public const string Name = "--weights";

    public static Option<(int First, int Second)?> Create(Session session) => new(Name)
    {
        Description = session.Say(
            "The two weights to see, counted layer by layer, each row by row; else 1,3",
            "要看的两个权重，逐层、逐行编号 [默认：1,3]"),
        HelpName = "i,j",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (text.Split(',') is [string first, string second] && Parse(first) is int i && Parse(second) is int j && i != j)
            {
                return (i, j);
            }

            result.AddError(session.Say(
                $"{Name} takes two different numbers from 1 on with a comma between, say 1,3, not '{text}'.",
                $"{Name} 需要以逗号分隔的两个不同的编号（从 1 起），如 1,3，而不是“{text}”。"));
            return default;
        },
    };

    private static int? Parse(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
