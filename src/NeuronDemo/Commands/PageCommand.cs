using System.CommandLine;
using NeuronDemo.Commands.Options;
using NeuronDemo.Files;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Page;

namespace NeuronDemo.Commands;

/// <summary><c>page</c>: the lesson as one interactive web page.</summary>
internal static class PageCommand
{
    private const string DefaultFile = "neuron.html";

    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<string> output = new("--out")
        {
            Description = session.Say("The page: .html; - for standard output", "网页文件：.html；- 表示标准输出"),
            HelpName = "file",
            DefaultValueFactory = _ => DefaultFile,
        };
        Command command = new("page", session.Say(
            "Write the lesson as a web page to look at, take apart and play with", "把这一课写成网页，可看、可拆、可玩"));
        learning.AddTo(command);
        command.Add(output);
        command.SetAction(result =>
        {
            string path = result.GetValue(output)!;
            using OutputFile file = session.Begin(path);
            Outcome outcome = session.Learn(learning.ReadAloud(result));
            string? data = learning.Data.FileOf(result);
            session.Write(file, path, WebPage.Of(PageView.Of(
                outcome, data is null ? null : Path.GetFileName(data), session.Language == Language.Chinese ? "zh" : "en", learning.Data.WordsOf(result))));
        });
        return command;
    }
}
