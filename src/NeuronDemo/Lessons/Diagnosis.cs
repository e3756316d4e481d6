using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>Why training got nowhere, if it did, and what to try.</summary>
internal static class Diagnosis
{
    // An output nearer than this to 0 or 1 has a slope y(1 - y) so small that no step moves it any more.
    private const double Saturated = 1e-6;

    // Inputs of a few standard deviations; measurements beyond that were not standardized.
    private const double LargeInput = 20;

    // If as many steps again would lower the loss by less than this share of it, training has come to rest.
    private const double Resting = 0.01;

    // An output this far off has not even taken its target's side.
    private const double WrongSide = 0.5 - 1e-6;

    /// <summary>What to tell the learner, or null where training did its work.</summary>
    public static Message? Of(Lesson lesson)
    {
        if (lesson.Iterations == 0)
        {
            return null;
        }

        double before = new NeuralNetwork([.. lesson.InitialWeights.Select(weights => new Layer(weights))])
            .MeanSquaredError(lesson.Data.Inputs, lesson.Data.Targets);
        double after = lesson.MeanSquaredError;
        int wrong = lesson.Outputs.ColumnCount == 1
            ? lesson.RowsMissing(WrongSide).Count()
            : lesson.Outputs.RowCount - lesson.RowsRight;
        return wrong == 0 ? null
            : lesson.Outputs.Enumerate().All(y => y is < Saturated or > 1 - Saturated) ? AllSaturated(lesson)
            : !(after < before) ? NotFalling(lesson, before, after)
            : !IsAtRest(lesson, after) ? null
            : lesson.Network.Layers.Count == 1 ? NoPlane(lesson, wrong)
            : Hollow(lesson, wrong);
    }

    private static Message AllSaturated(Lesson lesson)
    {
        Message cause = lesson.Data.Inputs.Enumerate().Any(x => Math.Abs(x) > LargeInput)
            ? new("the inputs are large; try --standardize.", "输入数值太大；请试 --standardize。")
            : SmallerStep(lesson);
        return new(
            $"Training is stuck: every output is saturated at 0 or 1, where the sigmoid is flat and no step moves it; {cause.English}",
            $"训练停滞：所有输出都已饱和在 0 或 1，sigmoid 在那里是平的，迭代不再起作用；{cause.Chinese}");
    }

    private static Message NotFalling(Lesson lesson, double before, double after) => new(
        $"The mean squared error did not fall ({Number(before)} before, {Number(after)} after training); {SmallerStep(lesson).English}",
        $"均方误差没有下降（训练前 {Number(before)}，训练后 {Number(after)}）；{SmallerStep(lesson).Chinese}");

    private static Message SmallerStep(Lesson lesson)
    {
        int rows = lesson.Data.Inputs.RowCount;
        double smaller = lesson.StepSize * rows > 1 ? Math.Min(lesson.StepSize, 1) / rows : lesson.StepSize / 10;
        string step = smaller.ToString("G1", CultureInfo.InvariantCulture);
        return new(
            $"a step adds up all {rows} rows and is too large; try --step-size {step}.",
            $"每一步累加全部 {rows} 行，步长太大；请试 --step-size {step}。");
    }

    private static Message NoPlane(Lesson lesson, int wrong)
    {
        string rows = $"{wrong} of {lesson.Data.Inputs.RowCount}";
        string rowsInChinese = $"{lesson.Data.Inputs.RowCount} 行中仍有 {wrong} 行答错";
        return HasConstant(lesson.Data.Inputs)
            ? new(
                $"Training has come to rest with {rows} rows wrong: one layer can only separate rows by a plane, "
                + "and no plane seems to separate these; try --hidden 4.",
                $"训练已不再进步，{rowsInChinese}：单层只能用一个平面分开各行，而这些行似乎没有平面能分开；请试 --hidden 4。")
            : new(
                $"Training has come to rest with {rows} rows wrong: without a constant input, one layer can only separate rows by "
                + "a plane through the origin, and none seems to separate these; try --bias, and then --hidden 4.",
                $"训练已不再进步，{rowsInChinese}：没有恒为常数的输入，单层只能用一个过原点的平面分开各行，而这些行似乎没有这样的平面能分开；请试 --bias，再试 --hidden 4。");
    }

    private static Message Hollow(Lesson lesson, int wrong) => new(
        $"Training has come to rest with {wrong} of {lesson.Data.Inputs.RowCount} rows wrong, perhaps in a hollow that is not the deepest; "
        + "try another --seed, or more neurons for --hidden.",
        $"训练已不再进步，{lesson.Data.Inputs.RowCount} 行中仍有 {wrong} 行答错，可能落在了并非最深的洼地（局部极小）；请换一个 --seed，或增加 --hidden 的神经元个数。");

    private static bool HasConstant(Matrix<double> inputs) =>
        inputs.EnumerateColumns().Any(column => column[0] != 0 && column.All(x => x == column[0]));

    private static bool IsAtRest(Lesson lesson, double error)
    {
        NeuralNetwork next = lesson.Network.Clone();
        next.Train(lesson.Data.Inputs, lesson.Data.Targets, iterations: 1, lesson.StepSize);
        double fall = error - next.MeanSquaredError(lesson.Data.Inputs, lesson.Data.Targets);
        return fall * lesson.Iterations < Resting * error;
    }

    private static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
