using System.CommandLine;
using System.Text.Json;
using NeuronDemo.Commands.Json;
using NeuronDemo.Commands.Options;
using NeuronDemo.Files;
using NeuronDemo.Lessons;
using NeuronDemo.Models;

namespace NeuronDemo.Commands;

/// <summary><c>train</c>: learns and prints the tutorial's transcript.</summary>
internal static class TrainCommand
{
    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<bool> json = JsonOption.Create(session);
        Option<string> save = SaveOption.Create(session);
        Command command = new("train", session.Say(
            "Train and print the weights before and after", "训练，并打印训练前后的权重"));
        learning.AddTo(command);
        command.Add(save);
        command.Add(json);
        command.SetAction(result =>
        {
            using OutputFile? file = result.GetValue(save) is string path ? SaveOption.Begin(session, path) : null;
            Outcome outcome = session.Learn(learning.Read(result));
            session.Tell(Diagnosis.Unfinished(outcome));
            file?.Write(Model.Of(outcome).ToOnnx());
            if (file is { IsStandardOutput: true })
            {
                return 0;
            }

            if (result.GetValue(json))
            {
                session.Output.WriteLine(JsonSerializer.Serialize(new(outcome), JsonContext.Default.LessonJson));
            }
            else
            {
                session.Output.Write(Transcript.Of(outcome, session.Language));
            }

            return 0;
        });
        return command;
    }
}
