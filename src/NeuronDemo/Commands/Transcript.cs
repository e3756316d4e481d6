using System.Globalization;
using System.Text;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary>What the tutorial's script prints: the weights before and after training, and the verdict.</summary>
internal static class Transcript
{
    /// <summary>How near an output has to come to its target: the tutorial asserts |y - t| &lt; 1e-2.</summary>
    public const double Tolerance = 0.01;

    public static string Of(Lesson lesson, Language language)
    {
        StringBuilder text = new();
        text.Append(new Message("Random starting weights\n", "随机生成最初的权重值\n").In(language));
        text.Append(new Message("Starting weights: ", "初始权重值为: ").In(language));
        text.Append(NumpyText.Format(lesson.InitialWeights[0])).Append('\n');
        text.Append(new Message("Weights after training: ", "训练后的权重: ").In(language));
        text.Append(NumpyText.Format(lesson.Network.Layers[0].Weights)).Append('\n');
        text.Append(Verdict(lesson).In(language)).Append('\n');
        return text.ToString();
    }

    private static Message Verdict(Lesson lesson)
    {
        int[] missing = [.. lesson.RowsMissing(Tolerance)];
        return missing.Length == 0
            ? new("Verification passed", "验收通过")
            : new(
                $"Verification failed: {string.Join(", ", missing.Select(row => $"row {row + 1} misses its target by {Miss(row)}"))} (tolerance 0.01)",
                $"验收未通过: {string.Join("，", missing.Select(row => $"第 {row + 1} 行偏离目标 {Miss(row)}"))}（容差 0.01）");

        string Miss(int row) => lesson.MissOf(row).ToString("G4", CultureInfo.InvariantCulture);
    }
}
