using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>Why training got nowhere or too far, if it did, and what to try.</summary>
internal static class Diagnosis
{
    // An output nearer than this to 0 or 1 has a slope y(1 - y) so small that no step moves it any more.
    private const double Saturated = 1e-6;

    // Inputs of a few standard deviations; measurements beyond that were not standardized.
    private const double LargeInput = 20;

    // If as many steps again, or as many as are usual, would lower the loss by less than this share of it, training has come to rest.
    private const double Resting = 0.01;
    private const int UsualIterations = 15_000;

    // From this share on it has ended too early.
    private const double Falling = 0.1;

    /// <summary>Judges the outcome of a lesson.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>What to tell the learner, or null where training did its work.</returns>
    public static Message? Of(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Lesson lesson = outcome.Lesson;
        if (lesson.Iterations == 0)
        {
            return null;
        }

        if (lesson.Data.Targets.RowCount > 1 && lesson.Data.Targets.EnumerateColumns().All(IsConstant))
        {
            return new(
                "Every row has the same target: there is nothing to tell apart, and no inputs are needed to answer it.",
                "所有行的目标值都相同：没有可区分的东西，不看输入也能答对。");
        }

        // Whoever learns by heart is not helped by the means to learn more of the rows.
        int wrong = RowsWrong(outcome.Answers);
        return LearningByHeart.Of(outcome) ?? (wrong > 0 || !outcome.Answers.HaveClasses ? Of(outcome, wrong) : null);
    }

    /// <summary>Whether training ended too early.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>What to tell the learner, or null where nothing is missing, or more iterations would hardly help.</returns>
    public static Message? Unfinished(Outcome outcome)
    {
        Lesson lesson = outcome.Lesson;
        Answers decisive = outcome.HeldOut ?? outcome.Answers;
        bool missing = lesson.Data.IsTruthTable ? outcome.Answers.RowsMissing(Lesson.Tolerance).Any()
            : outcome.Answers.HaveClasses ? RowsWrong(outcome.Answers) > 0
            : IsWorseThanOneAnswer(decisive);

        // Where the held-out rows gain nothing any more, to go on would be to learn by heart.
        if (!missing || lesson.Iterations == 0 || LearningByHeart.Of(outcome) is not null
            || !(FallOf(outcome, outcome.Answers) * lesson.Iterations >= Falling && FallOf(outcome, decisive) * lesson.Iterations >= Falling))
        {
            return null;
        }

        string error = Number(outcome.Answers.MeanSquaredError);
        long more = Math.Min(10L * lesson.Iterations, int.MaxValue);
        return new(
            $"The mean squared error has come to {error} and is still falling; try --iterations {more}.",
            $"均方误差降到了 {error}，还在下降；请试 --iterations {more}。");
    }

    private static int RowsWrong(Answers answers) => answers.Outputs.RowCount - answers.RowsRight;

    private static Message? Of(Outcome outcome, int wrong)
    {
        Lesson lesson = outcome.Lesson;
        NeuralNetwork start = lesson.NewNetwork();
        double before = start.MeanSquaredError(lesson.Data.Inputs, lesson.Data.Targets);
        double after = outcome.Answers.MeanSquaredError;
        return lesson.Data.Inputs.ForAll(x => x == 0) ? new(
                "Every input is 0, so no weight ever moves; --bias adds a constant 1 to learn from.",
                "所有输入都是 0，权重永远不会变；--bias 可添加恒为 1 的输入。")
            : outcome.Answers.Outputs.Enumerate().All(IsSaturated) ? Stuck(lesson, new("every output is", "所有输出都已"))
            : start.Layers.Zip(outcome.Network.Layers).All(pair => pair.First.Weights.Equals(pair.Second.Weights)) ? StepTooSmall(lesson)
            : !(after < before) ? NotFalling(lesson, before, after)
            : lesson.Steps.StepSize is not null && outcome.Answers.HaveClasses && MostWrongRowsAreSaturated(outcome.Answers, wrong)
                ? Stuck(lesson, new("the outputs of most wrong rows are", "大多数错行的输出已"))
            : !(outcome.HeldOut is null && outcome.Answers.HaveClasses) && IsWorseThanOneAnswer(outcome.HeldOut ?? outcome.Answers) ? Worse(lesson)
            : !outcome.Answers.HaveClasses || FallOf(outcome, outcome.Answers) * Math.Max(lesson.Iterations, UsualIterations) >= Resting ? null
            : Contradiction.In(lesson.Data) is Contradiction found && wrong <= found.RowsInvolved
                ? found.ToMessage(lesson.Data) is var message && lesson.Data.Doubts.Contains(message) ? null : message
            : lesson.Hidden.Count == 0 ? NoPlane(lesson, wrong)
            : FlatGround(lesson, wrong);
    }

    private static bool IsSaturated(double y) => y is < Saturated or > 1 - Saturated;

    private static bool MostWrongRowsAreSaturated(Answers answers, int wrong) =>
        Enumerable.Range(0, answers.Outputs.RowCount).Count(row => !answers.IsRight(row) && answers.Outputs.Row(row).ForAll(IsSaturated)) > wrong / 2;

    // Whether one answer for all rows would serve better: the most frequent one, or the mean.
    private static bool IsWorseThanOneAnswer(Answers answers) => answers.HaveClasses
        ? answers.RowsRight < answers.MostFrequentShare * answers.Targets.RowCount - 0.5
        : Enumerable.Range(0, answers.Targets.ColumnCount).All(output => answers.RSquared(output) < 0);

    private static Message Worse(Lesson lesson) => new(
        "The answers are worse than always giving the same one: the inputs tell too little of the target, or more could be made of them; "
        + $"try other inputs, {(lesson.Hidden.Count == 0 ? "--hidden 4, " : "")}or more --iterations.",
        "这些回答还不如永远给出同一个答案：输入几乎说明不了目标，或者还没有充分利用；"
        + $"请换输入列，{(lesson.Hidden.Count == 0 ? "试 --hidden 4，" : "")}或增加 --iterations。");

    private static Message Stuck(Lesson lesson, Message what)
    {
        Message cause = lesson.Data.Inputs.Enumerate().Any(x => Math.Abs(x) > LargeInput)
            ? new("the inputs are large; try --standardize.", "输入数值太大；请试 --standardize。")
            : SmallerStep(lesson);
        return new(
            $"Training is stuck: {what.English} saturated at 0 or 1, where the sigmoid is flat and no step moves it; {cause.English}",
            $"训练停滞：{what.Chinese}饱和在 0 或 1，sigmoid 在那里是平的，迭代不再起作用；{cause.Chinese}");
    }

    private static Message StepTooSmall(Lesson lesson)
    {
        string larger = OneDigit(Math.Max(1.0 / lesson.Data.Inputs.RowCount, Math.Min(StepSizeOf(lesson), 1e300) * 10));
        return new(
            $"No weight has moved: the step is too small to change a number; try --step-size {larger}.",
            $"没有一个权重变动过：步长太小，改变不了任何数；请试 --step-size {larger}。");
    }

    private static Message NotFalling(Lesson lesson, double before, double after) => new(
        $"The mean squared error did not fall ({Number(before)} before, {Number(after)} after training); {SmallerStep(lesson).English}",
        $"均方误差没有下降（训练前 {Number(before)}，训练后 {Number(after)}）；{SmallerStep(lesson).Chinese}");

    private static Message SmallerStep(Lesson lesson)
    {
        int rows = lesson.Data.Inputs.RowCount;
        double size = StepSizeOf(lesson);
        string step = OneDigit(size * rows > 1 ? Math.Min(size, 1) / rows : size / 10);
        return new(
            $"a step adds up all {rows} rows and is too large; try --step-size {step}.",
            $"每一步累加全部 {rows} 行，步长太大；请试 --step-size {step}。");
    }

    private static Message NoPlane(Lesson lesson, int wrong)
    {
        string rows = $"{wrong} of {lesson.Data.Inputs.RowCount}";
        string rowsInChinese = $"{lesson.Data.Inputs.RowCount} 行中仍有 {wrong} 行答错";
        return lesson.Data.Inputs.EnumerateColumns().Any(column => column[0] != 0 && IsConstant(column))
            ? new(
                $"Training has come to rest with {rows} rows wrong: one layer can only separate rows by a plane, "
                + "and no plane seems to separate these; try --hidden 4.",
                $"训练已不再进步，{rowsInChinese}：单层只能用一个平面分开各行，而这些行似乎没有平面能分开；请试 --hidden 4。")
            : new(
                $"Training has come to rest with {rows} rows wrong: without a constant input, one layer can only separate rows by "
                + "a plane through the origin, and none seems to separate these; try --bias, and then --hidden 4.",
                $"训练已不再进步，{rowsInChinese}：没有恒为常数的输入，单层只能用一个过原点的平面分开各行，而这些行似乎没有这样的平面能分开；请试 --bias，再试 --hidden 4。");
    }

    private static Message FlatGround(Lesson lesson, int wrong) => new(
        $"Training has come to rest with {wrong} of {lesson.Data.Inputs.RowCount} rows wrong, perhaps in a flat valley that leads nowhere; "
        + "try another --seed, or more neurons for --hidden.",
        $"训练已不再进步，{lesson.Data.Inputs.RowCount} 行中仍有 {wrong} 行答错，可能走进了一条平坦而没有出路的山谷；请换一个 --seed，或增加 --hidden 的神经元个数。");

    private static bool IsConstant(Vector<double> column) => column.ForAll(x => x == column[0]);

    // By what share of it an iteration lowers the loss of some rows, on the mean of those that would come next.
    private static double FallOf(Outcome outcome, Answers answers)
    {
        TrainingSet data = outcome.Lesson.Data;
        NeuralNetwork next = outcome.Network.Clone();
        int some = Math.Clamp(outcome.Lesson.Iterations / 10, 1, 50);

        // A step found on the way may be about to be taken back; half of it is not. The first of them only end the swinging to and fro.
        double stepSize = outcome.Lesson.Steps.StepSize ?? outcome.StepSize / 2;
        next.Train(data.Inputs, data.Targets, some, stepSize);
        double error = next.MeanSquaredError(answers.Data.Inputs, answers.Targets);
        next.Train(data.Inputs, data.Targets, some, stepSize);
        return (error - next.MeanSquaredError(answers.Data.Inputs, answers.Targets)) / some / error;
    }

    private static double StepSizeOf(Lesson lesson) => lesson.Steps.StepSize ?? 1.0 / lesson.Data.Inputs.RowCount;

    private static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);

    private static string OneDigit(double number) => number.ToString("G1", CultureInfo.InvariantCulture);
}
