using System.CommandLine;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands.Options;

/// <summary>Which language to speak: <c>--language</c>, else what the environment says, else what Windows speaks, else English.</summary>
internal static class LanguageChoice
{
    private const string Name = "--language";

    // As POSIX ranks them.
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Option<string> CreateOption(Session session)
    {
        Option<string> option = new(Name)
        {
            Description = session.Say("en or zh; else from LC_ALL, LC_MESSAGES or LANG, then from Windows", "en 或 zh；否则取自 LC_ALL、LC_MESSAGES 或 LANG，再取自 Windows"),
            HelpName = "en|zh",
            Recursive = true,
        };
        option.CompletionSources.Add("en", "zh");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("en" or "zh") and string other }])
            {
                result.AddError(session.Say($"{Name} takes en or zh, not '{other}'.", $"{Name} 需要 en 或 zh，而不是“{other}”。"));
            }
        });
        return option;
    }

    /// <summary>
    /// Finds the language before the arguments are parsed, since the help and the parser's errors are spoken in it too.
    /// </summary>
    public static Language Of(ReadOnlySpan<string> args, Func<string, string?> environment, bool systemIsChinese)
    {
        for (int i = 0; i < args.Length && args[i] != "--"; i++)
        {
            string? value =
                args[i] == Name && i + 1 < args.Length ? args[i + 1]
                : args[i].StartsWith(Name + "=", StringComparison.Ordinal) || args[i].StartsWith(Name + ":", StringComparison.Ordinal) ? args[i][(Name.Length + 1)..]
                : null;
            if (value is "en" or "zh")
            {
                return value == "zh" ? Language.Chinese : Language.English;
            }
        }

        string? locale = LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ?? systemIsChinese ? Language.Chinese : Language.English;
    }
}
