using System.CommandLine;
using NeuronDemo.Commands.Options;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands;

/// <summary><c>plot-decision</c>: what the network answers over the plane of two inputs, as a picture.</summary>
internal static class PlotDecisionCommand
{
    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<string?> inputs = InputsOption.Create(session);
        learning.Data.CompleteColumns(inputs);
        FigureOptions figure = new(session, "decision.png");
        Command command = new("plot-decision", session.Say(
            "Draw what the network answers over two of its inputs, with the data", "画出网络在两个输入构成的平面上的回答，以及各行数据"));
        learning.AddTo(command);
        command.Add(inputs);
        figure.AddTo(command);
        command.SetAction(result => figure.Save(result, () =>
        {
            Lesson lesson = learning.ReadAloud(result);
            (int First, int Second)? axes = InputsOption.Choose(lesson.Data, result.GetValue(inputs));
            Outcome outcome = session.Learn(lesson);
            session.Tell(UndrawableNames.Among([.. lesson.Data.InputNames ?? [], .. Question.Of(outcome.Answers)[0].Kinds]));
            return Figure.OfDecision(outcome, axes, session.Language, session.Interrupted);
        }));
        return command;
    }
}
