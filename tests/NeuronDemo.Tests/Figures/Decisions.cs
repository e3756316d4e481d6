using NeuronDemo.Data;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Figures;

/// <summary>Decisions learned from the examples.</summary>
internal static class Decisions
{
    public static Decision TruthTable { get; } = Of(new Lesson { Data = TrainingSet.TruthTable });

    public static Decision Xor { get; } = Of("xor", new(), 3000, 4);

    public static Decision XorAlone { get; } = Of("xor", new(), 3000);

    public static Decision Iris { get; } = Of("iris", new() { HoldOut = 0.2 }, 300);

    public static Decision Cars { get; } = Of("mpg", new() { Targets = ["mpg"], Ignored = ["name"], SkipsMissing = true }, 300);

    public static Decision Of(Lesson lesson, (int First, int Second)? inputs = null) => Decision.Of(lesson.Learn(), inputs, CancellationToken.None);

    public static Decision Of(string example, DataChoice choice, int iterations, params int[] hidden)
    {
        using CsvFile file = CsvFile.Open(Document.FullPath($"examples/{example}.csv"), CancellationToken.None);
        return Of(new Lesson
        {
            Data = TrainingSetReader.Read(file, choice, CancellationToken.None),
            Hidden = hidden,
            Iterations = iterations,
            Steps = StepRule.Auto,
        });
    }
}
