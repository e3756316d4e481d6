using System.CommandLine;
using System.Text.Json;
using NeuronDemo.Commands.Json;
using NeuronDemo.Commands.Options;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Explain;

/// <summary><c>explain</c>: one training step with every matrix, formula and number.</summary>
internal static class ExplainCommand
{
    // The numerical check passes all rows through the network twice for each weight: some seconds of work are enough.
    private const double MostMultiplications = 4e9;
    private const int LeastChecks = 8;

    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Option<int> iteration = NumberOption.Whole(session, "--iteration", 1, 1, int.MaxValue, new(
            "Which training step to explain, counted from 1", "讲解第几步训练，从 1 数起"));
        Option<bool> json = JsonOption.Create(session);
        Command command = new("explain", session.Say(
            "Explain one training step: every formula, matrix and number", "讲解一步训练：每个公式、矩阵和数字"))
        {
            iteration,
        };
        learning.AddTo(command);
        command.Add(json);
        command.SetAction(result =>
        {
            Lesson lesson = learning.Read(result);
            int which = result.GetValue(iteration);
            TrainingStep step = Take(session, lesson, which);
            IReadOnlyList<WeightCheck> checks = GradientCheck.Of(step, MostChecks(step), session.Interrupted);
            session.Output.Write(result.GetValue(json)
                ? JsonSerializer.Serialize(new(lesson, which, step, checks), JsonContext.Default.ExplanationJson) + "\n"
                : new Explanation(lesson, which, step, checks, session.Language).ToString());
        });
        return command;
    }

    private static TrainingStep Take(Session session, Lesson lesson, int iteration)
    {
        if (iteration > lesson.Iterations)
        {
            throw new UnusableInputException(new(
                $"There is no iteration {iteration}: the run has only {lesson.Iterations}. Lower --iteration or raise --iterations.",
                $"没有第 {iteration} 次迭代：本次训练只有 {lesson.Iterations} 次。请减小 --iteration 或增大 --iterations。"));
        }

        return TrainingDisplay.Train(session, iteration - 1, progress =>
        {
            GradientDescent training = lesson.Begin();
            training.Run(iteration - 1, progress, session.Interrupted);
            return TrainingStep.Take(training, session.Interrupted);
        });
    }

    private static int MostChecks(TrainingStep step)
    {
        double pass = step.Layers.Sum(layer => (double)layer.Weights.RowCount * layer.Weights.ColumnCount) * step.Inputs.RowCount;
        return (int)Math.Clamp(MostMultiplications / (2 * pass), LeastChecks, int.MaxValue);
    }
}
