using System.CommandLine;
using NeuronDemo.Commands.Options;
using NeuronDemo.Figures;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands;

/// <summary><c>plot-sigmoid</c>: the sigmoid as a picture.</summary>
internal static class PlotSigmoidCommand
{
    private const int MostPoints = 10_000_000;

    public static Command Create(Session session)
    {
        Option<double> from = NumberOption.Finite(session, "--from", -10, new("Where x starts", "x 的起点"));
        Option<double> to = NumberOption.Finite(session, "--to", 10, new("Where x ends", "x 的终点"));
        Option<double> step = NumberOption.Positive(session, "--step", 0.01, new("Distance between two points", "相邻两点的间距"));
        Option<bool> derivative = new("--derivative")
        {
            Description = session.Say("Draw the derivative S' too", "同时画出导数 S'"),
        };
        FigureOptions figure = new(session, "sigmoid.png");
        Command command = new("plot-sigmoid", session.Say("Draw the sigmoid S(x)", "画出 sigmoid 函数 S(x)"))
        {
            from, to, step, derivative,
        };
        figure.AddTo(command);
        command.SetAction(result =>
        {
            double start = result.GetValue(from);
            double distance = result.GetValue(step);
            int points = CountPoints(start, result.GetValue(to), distance);
            figure.Save(result, () => new([SigmoidFigure.Draw(start, distance, points, result.GetValue(derivative), session.Language)]));
        });
        return command;
    }

    private static int CountPoints(double from, double to, double step)
    {
        if (from >= to)
        {
            throw new UnusableInputException(new("--from has to be less than --to.", "--from 必须小于 --to。"));
        }

        // The last point belongs to the curve even where rounding puts it a hair beyond --to.
        double steps = Math.Floor((to - from) / step * (1 + 1e-12));
        return steps switch
        {
            < 1 => throw new UnusableInputException(new(
                "--step has to fit at least once between --from and --to.", "--step 不能大于 --from 与 --to 的距离。")),
            >= MostPoints => throw new UnusableInputException(new(
                $"--from, --to and --step ask for more than {MostPoints} points; take a larger --step.",
                $"--from、--to 和 --step 给出的点超过 {MostPoints} 个；请增大 --step。")),
            _ => (int)steps + 1,
        };
    }
}
