using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Network;
using SkiaSharp;

namespace NeuronDemo.Tests.PublicApi;

/// <summary>What another program does with NeuronDemo as its library: it sees the public members alone.</summary>
public sealed class TenLinesTests
{
    [Fact]
    public void Another_program_trains_thinks_and_plots_in_ten_lines()
    {
        using TemporaryFolder folder = new();
        using StringWriter console = new(CultureInfo.InvariantCulture);
        string picture = folder.Path("neuron.png");

        Run(console, picture);

        // 1 / (1 + e^-10.087408960563154): the new row is nothing but the first weight, which NumPy gives.
        Assert.StartsWith("0.9999584016", console.ToString(), StringComparison.Ordinal);
        using SKBitmap drawn = SKBitmap.Decode(picture);
        Assert.Equal((800, 600), (drawn.Width, drawn.Height));
        Assert.Equal(["neuron.png"], folder.Files);
    }

    private static void Run(TextWriter console, string picture)
    {
        Matrix<double> inputs = Matrix<double>.Build.DenseOfRowArrays([0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]);
        Matrix<double> targets = Matrix<double>.Build.DenseOfRowArrays([0], [1], [1], [0]);

        NeuralNetwork neuron = new(seed: 1, 3, 1);
        neuron.Train(inputs, targets, iterations: 15000);

        Matrix<double> row = Matrix<double>.Build.DenseOfRowArrays([1, 0, 0]);
        console.WriteLine(neuron.Think(row)[0, 0]);

        Figure.OfNeuron(neuron, iterations: 15000).Save(picture);
    }
}
