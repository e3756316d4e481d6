using NeuronDemo.Lessons;

namespace NeuronDemo.Page;

/// <summary>What the page knows, as JSON: the lesson and what came of it. <c>lesson.js</c> reads it.</summary>
internal sealed record PageLesson
{
    /// <summary>The file's name; null for the truth table.</summary>
    public required string? Name { get; init; }

    /// <summary>The language to open with: <c>en</c> or <c>zh</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The inputs; a constant 1 that was added is the last.</summary>
    public required InputAxis[] Inputs { get; init; }

    /// <summary>The targets, one an output.</summary>
    public required PageTarget[] Targets { get; init; }

    /// <summary>What the outputs say together, question by question. The map and the marks show the first.</summary>
    public required Question[] Answers { get; init; }

    /// <summary>Whether answers are right or wrong: they are classes, or all targets are 0 or 1.</summary>
    public required bool IsJudged { get; init; }

    /// <summary>The two inputs to look at first, from 0; the same twice where there is but one.</summary>
    public required int[] MainInputs { get; init; }

    /// <summary>The rows that are learned from.</summary>
    public required PageRows Learning { get; init; }

    /// <summary>The rows that are not, if some were held out.</summary>
    public PageRows? HeldOut { get; init; }

    /// <summary>How many rows of the file are not in the page.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The seed of the starting weights.</summary>
    public required uint Seed { get; init; }

    /// <summary>How many neurons each hidden layer has.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    /// <summary>How many iterations the command took.</summary>
    public required int Iterations { get; init; }

    /// <summary>The step size as an option: a number, or <c>auto</c>.</summary>
    public required string StepSize { get; init; }

    /// <summary>How long the next step after those iterations would be.</summary>
    public required double NextStepSize { get; init; }

    /// <summary>The weights that the command learned (layers x inputs x neurons); null if they are not finite.</summary>
    public required double[][][]? Weights { get; init; }

    /// <summary>The words of the command line that say what is learned from.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }
}
