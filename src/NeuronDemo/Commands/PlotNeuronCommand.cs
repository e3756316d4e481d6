using System.CommandLine;
using NeuronDemo.Commands.Options;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;

namespace NeuronDemo.Commands;

/// <summary><c>plot-neuron</c>: the neuron or network with its weights, as a picture.</summary>
internal static class PlotNeuronCommand
{
    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        FigureOptions figure = new(session, "neuron.png");
        Command command = new("plot-neuron", session.Say(
            "Draw the neuron or network with its weights", "画出神经元或网络及其权重"));
        learning.AddTo(command);
        figure.AddTo(command);
        command.SetAction(result => figure.Save(result, () =>
        {
            Outcome outcome = session.Learn(learning.ReadAloud(result));
            DiagramNames names = NamesOf(outcome.Lesson.Data);
            session.Tell(UndrawableNames.Among([.. names.Inputs, .. names.Outputs]));
            return new([NeuronFigure.Draw(outcome.Network, outcome.Lesson.Iterations, names, session.Language)]);
        }));
        return command;
    }

    private static DiagramNames NamesOf(TrainingSet data) =>
        new() { Inputs = data.InputNames ?? [], Outputs = data.TargetNames ?? [], HasBias = data.HasBias };
}
