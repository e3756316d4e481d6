using System.CommandLine;
using System.Globalization;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--hidden N[,N...]</c>: how many neurons each hidden layer has.</summary>
internal static class HiddenOption
{
    /// <summary>How many neurons a layer has at most.</summary>
    public const int MostNeurons = 100_000;

    private const string Name = "--hidden";

    public static Option<int[]> Create(Session session) => new(Name)
    {
        Description = session.Say("Neurons in each hidden layer, say 4 or 32,16", "各隐藏层的神经元个数，如 4 或 32,16"),
        HelpName = "n,...",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            string[] words = text.Split(',');
            int[] sizes = new int[words.Length];
            for (int i = 0; i < words.Length; i++)
            {
                if (!int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[i]) || sizes[i] is < 1 or > MostNeurons)
                {
                    result.AddError(session.Say(
                        $"{Name} takes whole numbers from 1 to {MostNeurons} with commas between, not '{text}'.",
                        $"{Name} 需要以逗号分隔的 1 到 {MostNeurons} 的整数，而不是“{text}”。"));
                    return [];
                }
            }

            return sizes;
        },
    };
}
