using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands;

/// <summary>System.CommandLine's help, with its headings in the user's language, and examples below.</summary>
internal sealed class TranslatedHelp(Session session, HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        foreach (Command verb in parseResult.CommandResult.Command.Subcommands)
        {
            // The list of commands has a line for each.
            verb.Description = verb.Description?.Split('\n')[0];
        }

        using StringWriter text = new() { NewLine = "\n" };
        TextWriter output = parseResult.InvocationConfiguration.Output;
        parseResult.InvocationConfiguration.Output = text;
        help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(Translate(text.ToString()));
        WriteExamples(output, HelpExamples.Of(parseResult.CommandResult.Command.Name));
        return 0;
    }

    private void WriteExamples(TextWriter output, IReadOnlyList<(Message What, string Line)> examples)
    {
        output.Write(examples.Count == 0 ? "" : session.Say("\nExamples:\n", "\n示例：\n"));
        foreach ((Message what, string line) in examples)
        {
            output.Write($"  {session.Say(what)}{session.Say(":", "：")}\n    {line}\n");
        }
    }

    private string Translate(string text)
    {
        StringBuilder translated = new(text.TrimEnd() + "\n");
        translated.Replace("Description:\n", session.Say("Description:\n", "说明：\n"));
        translated.Replace("Usage:\n", session.Say("Usage:\n", "用法：\n"));
        translated.Replace("Arguments:\n", session.Say("Arguments:\n", "参数：\n"));
        translated.Replace("Options:\n", session.Say("Options:\n", "选项：\n"));
        translated.Replace("Commands:\n", session.Say("Commands:\n", "命令：\n"));
        translated.Replace("[default: ", session.Say("[default: ", "[默认："));
        translated.Replace(" [command]", session.Say(" [command]", " [命令]"));
        translated.Replace(" [options]\n", session.Say(" [options]\n", " [选项]\n"));
        return translated.ToString();
    }
}
