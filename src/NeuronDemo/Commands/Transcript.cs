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
        text.Append(new Message("Random starting weights\n", "随机生成最初的权重值\n").In(language));
        AppendWeights(text, language, [.. outcome.Lesson.NewNetwork().Layers.Select(layer => layer.Weights)], new("Starting weights", "初始权重值为"));
        AppendWeights(text, language, [.. outcome.Network.Layers.Select(layer => layer.Weights)], new("Weights after training", "训练后的权重"));
        text.Append((outcome.Lesson.Data.IsTruthTable ? Verdict(outcome.Answers) : Score(outcome.Answers)).In(language)).Append('\n');
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

    private static Message Score(Answers answers)
    {
        string error = answers.MeanSquaredError.ToString("G4", CultureInfo.InvariantCulture);
        int rows = answers.Outputs.RowCount;
        return new(
            $"Mean squared error {error}; {answers.RowsRight} of {rows} rows right",
            $"均方误差 {error}；{rows} 行中 {answers.RowsRight} 行正确");
    }
}
