using System.Numerics.Tensors;

namespace NeuronDemo.Lessons;

/// <summary>
/// A target that is one of several classes. Two classes are one output, which is 1 for the second; more are one output
/// each, which is 1 for its class and 0 for the others.
/// </summary>
public sealed record ClassTarget : TargetColumn
{
    /// <summary>Describes the column.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="classes">The classes in their order.</param>
    /// <exception cref="ArgumentException">There are fewer than two, or two are the same.</exception>
    public ClassTarget(string name, params IReadOnlyList<string> classes)
        : base(name)
    {
        Classes = AreClasses(classes) ? [.. classes] : throw new ArgumentException("Classes are two or more, and all different.", nameof(classes));
    }

    /// <summary>The classes in their order, two or more.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public override int OutputCount => Classes.Count == 2 ? 1 : Classes.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutputNames => [.. Classes.TakeLast(OutputCount).Select(name => $"{Name}={name}")];

    /// <summary>Whether these can be told apart: they are two or more, and all different.</summary>
    public static bool AreClasses(IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return classes.Count > 1 && classes.Distinct().Count() == classes.Count;
    }

    /// <summary>What an output is to learn.</summary>
    /// <param name="position">A class, by its place among the classes, counted from 0.</param>
    /// <param name="output">One of the column's outputs, counted from 0.</param>
    /// <returns>0 or 1.</returns>
    public double Encode(int position, int output) => position == (OutputCount == 1 ? 1 : output) ? 1 : 0;

    /// <summary>Which class the outputs mean.</summary>
    /// <param name="outputs">The column's outputs, or its targets.</param>
    /// <returns>
    /// The place of the class among the classes: with two, the second if the output is beyond one half; with more, that of
    /// the largest output. Where they are equal it is the first. Null if an output is NaN.
    /// </returns>
    public int? Position(ReadOnlySpan<double> outputs)
    {
        int largest = TensorPrimitives.IndexOfMax(outputs);
        return double.IsNaN(outputs[largest]) ? null
            : OutputCount > 1 ? largest
            : outputs[0] > 0.5 ? 1 : 0;
    }

    /// <inheritdoc/>
    public override TargetValue Decode(ReadOnlySpan<double> outputs) => Position(outputs) is not int position ? new(null, double.NaN)
        : new(Classes[position], OutputCount > 1 ? outputs[position] : Math.Max(outputs[0], 1 - outputs[0]));
}
