using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>A layer of sigmoid neurons that all see the same inputs: y = S(x W), or S(x W + b) with a bias.</summary>
public sealed class Layer
{
    /// <summary>Makes a layer.</summary>
    /// <param name="weights">
    /// The weights (inputs x outputs): column j belongs to neuron j. They are copied; training changes the copy.
    /// </param>
    /// <param name="bias">
    /// What is added to each neuron's weighted sum (one number an output), or null. It is for networks trained elsewhere:
    /// a neuron that is to learn its bias takes a constant 1 as one more input, as the tutorial's neuron does.
    /// </param>
    /// <exception cref="ArgumentException">There is not exactly one bias for each output.</exception>
    public Layer(Matrix<double> weights, Vector<double>? bias = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (bias is not null && bias.Count != weights.ColumnCount)
        {
            throw new ArgumentException($"The layer has {weights.ColumnCount} outputs, not {bias.Count}.", nameof(bias));
        }

        Bias = bias?.Clone();
        Weights = Matrix<double>.Build.DenseOfMatrix(weights);
        Values = Weights.ColumnMajorValues();
    }

    /// <summary>The weights (inputs x outputs), as they are now; training changes them in place.</summary>
    public Matrix<double> Weights { get; }

    /// <summary>What is added to each neuron's weighted sum (one number an output), or null.</summary>
    public Vector<double>? Bias { get; }

    /// <summary>How many inputs each neuron has.</summary>
    public int InputCount => Weights.RowCount;

    /// <summary>How many neurons, and so outputs, the layer has.</summary>
    public int OutputCount => Weights.ColumnCount;

    /// <summary>How many weights the layer has.</summary>
    public int WeightCount => Values.Length;

    // The very numbers of Weights, column after column.
    internal double[] Values { get; }
}
