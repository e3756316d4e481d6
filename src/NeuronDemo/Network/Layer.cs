using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>A layer of sigmoid neurons that all see the same inputs: y = S(x W).</summary>
public sealed class Layer
{
    /// <summary>Makes a layer.</summary>
    /// <param name="weights">
    /// The weights (inputs x outputs): column j belongs to neuron j. They are copied; training changes the copy.
    /// </param>
    public Layer(Matrix<double> weights)
    {
        Weights = Matrix<double>.Build.DenseOfMatrix(weights);
        Values = Weights.ColumnMajorValues();
    }

    /// <summary>The weights (inputs x outputs), as they are now; training changes them in place.</summary>
    public Matrix<double> Weights { get; }

    /// <summary>How many inputs each neuron has.</summary>
    public int InputCount => Weights.RowCount;

    /// <summary>How many neurons, and so outputs, the layer has.</summary>
    public int OutputCount => Weights.ColumnCount;

    // The very numbers of Weights, column after column.
    internal double[] Values { get; }
}
