using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Docs;

/// <summary>The code in the README does what the README says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class ReadmeCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _folderBefore = Directory.GetCurrentDirectory();

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_folderBefore);
        _folder.Dispose();
    }

    [Fact]
    public void Another_program_trains_thinks_and_plots_in_ten_lines()
    {
        Directory.SetCurrentDirectory(_folder.Path("."));

        string printed = Printed(TrainThinkAndPlot);

        // 1 / (1 + e^-10.087408960563154): the question meets nothing but the first weight, which NumPy gives.
        Assert.StartsWith("0.9999584016", printed, StringComparison.Ordinal);
        Assert.Equal(CommandDraws(), File.ReadAllBytes("neuron.png"));
    }

    private static void TrainThinkAndPlot()
    {
        Matrix<double> inputs = Matrix<double>.Build.DenseOfRowArrays([0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]);
        Matrix<double> targets = Matrix<double>.Build.DenseOfRowArrays([0], [1], [1], [0]);

        NeuralNetwork neuron = new(seed: 1, 3, 1);
        neuron.Train(inputs, targets, iterations: 15000);

        Matrix<double> question = Matrix<double>.Build.DenseOfRowArrays([1, 0, 0]);
        Console.WriteLine(neuron.Think(question)[0, 0]);

        Figure.OfNeuron(neuron, iterations: 15000).Save("neuron.png");
    }

    private static string Printed(Action action)
    {
        TextWriter before = Console.Out;
        using StringWriter console = new(CultureInfo.InvariantCulture);
        Console.SetOut(console);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(before);
        }

        return console.ToString();
    }

    private static byte[] CommandDraws()
    {
        Commands.CommandRun.Of("plot-neuron", "--out", "by-command.png");
        return File.ReadAllBytes("by-command.png");
    }
}
