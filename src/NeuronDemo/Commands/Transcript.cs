using System.Globalization;
using System.Text;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary>What the tutorial's script prints: the weights before and after training, and the verdict.</summary>
internal static class Transcript
{
    public static string Of(Outcome outcome, Language language)
    {
        StringBuilder text = new();
        TrainingSet data = outcome.Lesson.Data;
        if (!data.IsTruthTable)
        {
            text.Append(Understanding.Of(data).In(language)).Append('\n');
        }

        text.Append(new Message("Random starting weights\n", "随机生成最初的权重值\n").In(language));
        AppendWeights(text, language, [.. outcome.Lesson.NewNetwork().Layers.Select(layer => layer.Weights)], new("Starting weights", "初始权重值为"));
        AppendWeights(text, language, [.. outcome.Network.Layers.Select(layer => layer.Weights)], new("Weights after training", "训练后的权重"));
        text.Append((data.IsTruthTable ? Verdict(outcome.Answers) : Score(outcome)).In(language)).Append('\n');
        return text.ToString();
    }

    private static void AppendWeights(StringBuilder text, Language language, IReadOnlyList<Matrix<double>> layers, Message label)
    {
        for (int layer = 0; layer < layers.Count; layer++)
        {
            Message which = layers.Count == 1 ? label : new($"{label.English}, layer {layer + 1}", $"第 {layer + 1} 层{label.Chinese}");
            text.Append(which.In(language)).Append(": ").Append(NumpyText.Format(layers[layer])).Append('\n');
        }
    }

    private static Message Verdict(Answers answers)
    {
        int[] missing = [.. answers.RowsMissing(Lesson.Tolerance)];
        return missing.Length == 0
            ? new("Verification passed", "验收通过")
            : new(
                $"Verification failed: {string.Join(", ", missing.Select(row => $"row {row + 1} misses its target by {Miss(row)}"))} (tolerance 0.01)",
                $"验收未通过：{string.Join("，", missing.Select(row => $"第 {row + 1} 行偏离目标值 {Miss(row)}"))}（容差 0.01）");

        string Miss(int row) => answers.MissOf(row).ToString("G4", CultureInfo.InvariantCulture);
    }

    private static Message Score(Outcome outcome)
    {
        Message learned = Score(outcome.Answers);
        if (outcome.HeldOut is null)
        {
            return learned;
        }

        Message heldOut = Score(outcome.HeldOut);
        return new($"Learned from: {learned.English}\nHeld out: {heldOut.English}", $"用于学习的行：{learned.Chinese}\n留出的行：{heldOut.Chinese}");
    }

    /// <summary>How good answers are: the error, and the share of rows that are right or how well numbers fit.</summary>
    public static Message Score(Answers answers)
    {
        Message rate = answers.HaveClasses ? Rate(answers) : Fit(answers);
        string error = Number(answers.MeanSquaredError);
        return new($"Mean squared error {error}; {rate.English}", $"均方误差 {error}；{rate.Chinese}");
    }

    // What is easily reached stands beside what was: to answer always the same.
    private static Message Rate(Answers answers)
    {
        int rows = answers.Outputs.RowCount;
        string right = Percent((double)answers.RowsRight / rows);
        string always = Percent(answers.MostFrequentShare);
        return new(
            $"{answers.RowsRight} of {rows} rows right, {right} (always the most frequent answer: {always})",
            $"{rows} 行中 {answers.RowsRight} 行正确，{right}（总答最常见的类别：{always}）");
    }

    private static Message Fit(Answers answers)
    {
        IReadOnlyList<string> names = answers.Data.Meaning?.OutputNames ?? [];
        Message[] fits =
        [
            .. Enumerable.Range(0, answers.Outputs.ColumnCount).Select(output =>
            {
                string name = names.Count > 1 ? Excerpt.Of(names[output]) + ": " : "";
                string error = Amount.Of(answers.MeanAbsoluteError(output), 4);
                string fit = Number(answers.RSquared(output));
                return new Message($"{name}mean absolute error {error}, R^2 {fit}", $"{name}平均绝对误差 {error}，R^2 为 {fit}");
            }),
        ];
        return new(string.Join("; ", fits.Select(fit => fit.English)), string.Join("；", fits.Select(fit => fit.Chinese)));
    }

    private static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
