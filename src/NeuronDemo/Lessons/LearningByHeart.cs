using System.Globalization;
using NeuronDemo.Messages;

namespace NeuronDemo.Lessons;

/// <summary>Whether a network has learned its rows by heart instead of what holds for others too (overfitting).</summary>
/// <remarks>
/// It is said to have where one of two things is seen. The error of the held-out rows has risen by more than a tenth since it
/// was least, and by more than 0.001, while that of the rows learned from fell. Or the share of right rows is lower among
/// the held-out ones by more than ten points, and by more than two standard errors of the difference, which chance
/// exceeds in one of some forty cases: of ten held-out rows a few may be wrong by bad luck.
/// </remarks>
internal static class LearningByHeart
{
    private const double ClearRise = 1.1;
    private const double LeastRise = 0.001;
    private const double FarBelow = 0.1;
    private const double StandardErrors = 2;

    /// <summary>Judges the outcome of a lesson.</summary>
    /// <returns>What to tell the learner, or null where no rows are held out or they are answered about as well as the others.</returns>
    public static Message? Of(Outcome outcome)
    {
        if (outcome.HeldOut is not Answers heldOut)
        {
            return null;
        }

        int? best = BestIteration(outcome, heldOut);
        if (best is null && !IsFarBelow(heldOut, outcome.Answers))
        {
            return null;
        }

        Message seen = best is null ? Rates(heldOut, outcome.Answers) : Rise(outcome.BestOnHeldOut!, heldOut);
        string fewer = best > 0 ? $"--iterations {best}, " : "";
        string fewerInChinese = best > 0 ? $"--iterations {best}、" : "";
        bool hidden = outcome.Lesson.Hidden.Count > 0;
        return new(
            $"The network learns by heart: {seen.English}. What helps: {fewer}"
            + (hidden ? "fewer neurons for --hidden, more rows." : "fewer inputs (--ignore), more rows."),
            $"网络在死记硬背（过拟合）：{seen.Chinese}。可以试试：{fewerInChinese}"
            + (hidden ? "减少 --hidden 的神经元个数、增加数据行数。" : "减少输入列（--ignore）、增加数据行数。"));
    }

    // Where training should have ended; null if the error has not clearly risen since, or the learning rows' has not fallen.
    private static int? BestIteration(Outcome outcome, Answers heldOut) =>
        outcome.BestOnHeldOut is { Network: not null } least
        && heldOut.MeanSquaredError > ClearRise * least.MeanSquaredError
        && heldOut.MeanSquaredError > least.MeanSquaredError + LeastRise
        && outcome.Answers.MeanSquaredError < least.Network.MeanSquaredError(outcome.Answers.Data.Inputs, outcome.Answers.Targets)
            ? least.Iteration
            : null;

    private static bool IsFarBelow(Answers heldOut, Answers learned)
    {
        if (!heldOut.HaveClasses || !learned.HaveClasses)
        {
            return false;
        }

        double rows = heldOut.Targets.RowCount;
        double learnedRows = learned.Targets.RowCount;
        double gap = RateOf(learned) - RateOf(heldOut);

        // The standard error of a difference of two shares, if both came from the same p.
        double p = (heldOut.RowsRight + learned.RowsRight) / (rows + learnedRows);
        return gap > FarBelow && gap > StandardErrors * Math.Sqrt(p * (1 - p) * (1 / rows + 1 / learnedRows));
    }

    private static Message Rise(BestOnHeldOut least, Answers heldOut)
    {
        string then = Number(least.MeanSquaredError);
        string now = Number(heldOut.MeanSquaredError);
        return least.Iteration == 0
            ? new(
                $"the mean squared error of the held-out rows was least before training ({then}) and is {now} now, while that of the others fell",
                $"留出行的均方误差在训练前最小（{then}），现在是 {now}，而学习行的误差一直在降")
            : new(
                $"the mean squared error of the held-out rows was least after {least.Iteration} iterations ({then}) and has risen to {now}, while that of the others fell",
                $"留出行的均方误差在第 {least.Iteration} 次迭代时最小（{then}），之后升到 {now}，而学习行的误差仍在降");
    }

    private static Message Rates(Answers heldOut, Answers learned) => new(
        $"{Percent(learned)} of the rows learned from are right, but only {Percent(heldOut)} of the held-out ones",
        $"学习行的正确率为 {Percent(learned)}，留出行只有 {Percent(heldOut)}");

    private static double RateOf(Answers answers) => answers.RowsRight / (double)answers.Targets.RowCount;

    private static string Percent(Answers answers) => (100 * RateOf(answers)).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
