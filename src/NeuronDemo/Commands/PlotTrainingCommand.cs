using System.CommandLine;
using NeuronDemo.Commands.Options;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands;

/// <summary><c>plot-training</c>: the loss, the weights and the outputs over the iterations, as a picture.</summary>
internal static class PlotTrainingCommand
{
    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        FigureOptions figure = new(session, "training.png");
        Command command = new("plot-training", session.Say(
            "Draw loss, weights and outputs over the iterations", "画出损失、权重和输出随迭代的变化"));
        learning.AddTo(command);
        figure.AddTo(command);
        command.SetAction(result => figure.Save(result, () =>
        {
            Lesson lesson = learning.ReadAloud(result);
            TrainingTrace trace = session.Learn(
                lesson, progress => TrainingTrace.Record(lesson, progress, session.Interrupted), trace => trace.Outcome);
            return new(TrainingFigure.Draw(trace, session.Language));
        }));
        return command;
    }
}
