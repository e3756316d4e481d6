using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>An input as an axis to look along: its name, its own unit, where it rests while others vary, and how far to look.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Mean">What is taken off the file's number, and</param>
/// <param name="Deviation">by what that is then divided, for the network to see it; 0 if it sees 0 whatever the number is.</param>
/// <param name="Rest">Where the input rests while others vary: the mean of what the network sees.</param>
/// <param name="Low">Where to begin, as the network sees it, and</param>
/// <param name="High">where to end.</param>
internal sealed record InputAxis(string Name, double Mean, double Deviation, double Rest, double Low, double High)
{
    // An axis reaches a fifth beyond the data, and not to a far outlier, which would squeeze all others.
    private const double Margin = 0.2;
    private const double Reach = 4;

    /// <summary>All inputs of a training set, in their order.</summary>
    public static InputAxis[] Of(TrainingSet data)
    {
        IReadOnlyList<string> names = data.InputNames ?? TrainingSet.Numbered("x", data.Inputs.ColumnCount);
        Scaling seen = Scaling.Of(data.Inputs, data.Inputs.ColumnCount);
        double[] values = data.Inputs.ColumnMajorValues();
        return [.. Enumerable.Range(0, data.Inputs.ColumnCount).Select(i =>
        {
            ReadOnlySpan<double> x = values.AsSpan(i * data.Inputs.RowCount, data.Inputs.RowCount);
            bool isScaled = i < data.Scaling?.Means.Count;
            double reach = Reach * seen.Deviations[i];
            double low = Math.Max(TensorPrimitives.Min(x), seen.Means[i] - reach);
            double high = Math.Min(TensorPrimitives.Max(x), seen.Means[i] + reach);
            double margin = Margin * (high > low ? high - low : 1);
            return new InputAxis(
                names[i], isScaled ? data.Scaling!.Means[i] : 0, isScaled ? data.Scaling!.Deviations[i] : 1, seen.Means[i], low - margin, high + margin);
        })];
    }

    /// <summary>The inputs whose number makes a difference: neither the constant that was added, nor what scaling has made 0.</summary>
    public static int[] Varying(TrainingSet data) =>
        [.. Enumerable.Range(0, data.Inputs.ColumnCount - (data.HasBias ? 1 : 0)).Where(i => i >= data.Scaling?.Means.Count || data.Scaling?.Deviations[i] != 0)];

    /// <summary>
    /// The two inputs that matter most, in their order: those that vary and whose weights make most of it. Numbers come before
    /// the inputs that texts become, on which all points lie at 0 or 1.
    /// </summary>
    /// <returns>The inputs, counted from 0; where there is but one, it and the last.</returns>
    public static (int First, int Second) MainOf(TrainingSet data, NeuralNetwork network)
    {
        Scaling seen = Scaling.Of(data.Inputs, data.Inputs.ColumnCount);
        Matrix<double> weights = network.Layers[0].Weights;
        bool[] areTexts = [.. data.InputColumns.SelectMany(column => Enumerable.Repeat(column.Texts is not null, column.InputCount))];
        int[] main = [.. Varying(data)
            .OrderBy(i => areTexts.ElementAtOrDefault(i))
            .ThenByDescending(i => seen.Deviations[i] * weights.Row(i).L1Norm())
            .Take(2)
            .Order()];
        return main is [int first, int second] ? (first, second) : (main.FirstOrDefault(), data.Inputs.ColumnCount - 1);
    }

    /// <summary>The number in the file that the network sees as another.</summary>
    public double Own(double x) => Mean + x * Deviation;
}
