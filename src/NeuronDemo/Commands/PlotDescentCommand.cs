using System.CommandLine;
using NeuronDemo.Commands.Options;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands;

/// <summary><c>plot-descent</c>: the loss over two weights and the path of the training, as a picture.</summary>
internal static class PlotDescentCommand
{
    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<(int First, int Second)?> weights = WeightsOption.Create(session);
        FigureOptions figure = new(session, "descent.png");
        Command command = new("plot-descent", session.Say(
            "Draw the loss over two weights and the path of gradient descent", "画出两个权重上的损失地形和梯度下降的路径"));
        learning.AddTo(command);
        command.Add(weights);
        figure.AddTo(command);
        command.SetAction(result => figure.Save(result, () =>
        {
            Lesson lesson = learning.ReadAloud(result);
            (int First, int Second) numbers = Choose(lesson, result.GetValue(weights));
            Descent descent = session.Learn(
                lesson, progress => Descent.Record(lesson, numbers, progress, session.Interrupted), descent => descent.Outcome);
            return new([DescentFigure.Draw(descent, session.Language)]);
        }));
        return command;
    }

    private static (int First, int Second) Choose(Lesson lesson, (int First, int Second)? asked)
    {
        int count = lesson.NewNetwork().WeightCount;
        if (count < 2)
        {
            throw new UnusableInputException(new(
                "The network has one weight only and the figure needs two; add --bias or --hidden.",
                "网络只有一个权重，而此图需要两个；请加上 --bias 或 --hidden。"));
        }

        (int First, int Second) numbers = asked ?? (1, Math.Min(count, 3));
        int greatest = Math.Max(numbers.First, numbers.Second);
        return greatest <= count
            ? numbers
            : throw new UnusableInputException(new(
                $"{WeightsOption.Name} asks for weight {greatest}, but the network has only {count} weights.",
                $"{WeightsOption.Name} 指定了第 {greatest} 个权重，但网络只有 {count} 个权重。"));
    }
}
