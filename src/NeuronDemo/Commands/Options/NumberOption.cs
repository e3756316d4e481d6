using System.CommandLine;
using System.Globalization;
using System.Numerics;
using NeuronDemo.Messages;
using static System.FormattableString;

namespace NeuronDemo.Commands.Options;

/// <summary>Options that take a number: the same in every culture, with a range that the error names.</summary>
internal static class NumberOption
{
    /// <summary>An option that takes a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<T> Whole<T>(Session session, string name, T initial, T least, T most, Message description)
        where T : IBinaryInteger<T> =>
        Create(session, name, initial, NumberStyles.AllowLeadingSign, number => least <= number && number <= most, description, new(
            Invariant($"a whole number from {least} to {most}"),
            Invariant($" {least} 到 {most} 的整数")));

    /// <summary>An option that takes a finite number greater than 0.</summary>
    public static Option<double> Positive(Session session, string name, double initial, Message description) =>
        Create(session, name, initial, NumberStyles.Float, number => double.IsFinite(number) && number > 0, description, new(
            "a number greater than 0",
            "大于 0 的数"));

    /// <summary>An option that takes any finite number.</summary>
    public static Option<double> Finite(Session session, string name, double initial, Message description) =>
        Create(session, name, initial, NumberStyles.Float, double.IsFinite, description, new("a number", "一个数"));

    private static Option<T> Create<T>(
        Session session, string name, T initial, NumberStyles styles, Predicate<T> accepts, Message description, Message wanted)
        where T : INumber<T> => new(name)
        {
            Description = session.Say(description),
            HelpName = name[2..],
            DefaultValueFactory = _ => initial,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, styles, CultureInfo.InvariantCulture, out T? number) && accepts(number))
                {
                    return number;
                }

                result.AddError(session.Say(
                    $"{name} takes {wanted.English}, not '{text}'.",
                    $"{name} 需要{wanted.Chinese}，而不是“{text}”。"));
                return initial;
            },
        };
}
