using System.CommandLine;
using System.Globalization;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--step-size S|auto</c>: how long the steps are.</summary>
internal static class StepSizeOption
{
    private const string Name = "--step-size";
    private const string Auto = "auto";

    public static Option<StepRule?> Create(Session session) => new(Name, "--learning-rate")
    {
        Description = session.Say(
            "How far a step goes along the adjustment (learning rate); auto finds it on the way [default: 1, with --data auto]",
            "步长（学习率）：每一步沿调整量走多远；auto 表示自动调节 [默认：1；使用 --data 时为 auto]"),
        HelpName = "s|auto",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (text == Auto)
            {
                return StepRule.Auto;
            }

            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double size) && double.IsFinite(size) && size > 0)
            {
                return StepRule.Fixed(size);
            }

            result.AddError(session.Say(
                $"{Name} takes a number greater than 0 or {Auto}, not '{text}'.", $"{Name} 需要大于 0 的数或 {Auto}，而不是“{text}”。"));
            return null;
        },
    };
}
