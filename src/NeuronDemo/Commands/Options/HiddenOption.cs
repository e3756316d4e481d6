using System.CommandLine;
using System.Globalization;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--hidden N[,N...]</c>: how many neurons each hidden layer has.</summary>
internal static class HiddenOption
{
    private const string Name = "--hidden";
    private const int MostNeurons = 100_000;
    private const int MostWeights = 100_000_000;

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

    /// <summary>Refuses a network that would take a day to train and all memory.</summary>
    /// <param name="sizes">Number of inputs, neurons of each layer in turn.</param>
    public static void RequireFewWeights(int[] sizes)
    {
        long weights = 0;
        for (int i = 1; i < sizes.Length; i++)
        {
            weights += (long)sizes[i - 1] * sizes[i];
        }

        if (weights > MostWeights)
        {
            throw new UnusableInputException(new(
                $"The network would have {weights} weights, more than {MostWeights}; take fewer neurons for {Name}.",
                $"该网络将有 {weights} 个权重，超过 {MostWeights} 个；请减少 {Name} 的神经元个数。"));
        }
    }
}
