using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Tests.Network;

/// <summary>Trained networks against NumPy's.</summary>
public sealed class NumpyRuleTests
{
    private static readonly double[][] TruthTableInputs = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]];
    private static readonly double[][] TruthTableTargets = [[0], [1], [1], [0]];
    private static readonly double[][] XorInputs = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
    private static readonly double[][] XorTargets = [[0], [1], [1], [0]];

    private static readonly Dictionary<string, Golden.Run> Runs =
        Golden.Numbers.TruthTable.Concat(Golden.Numbers.Xor).Concat(Golden.Numbers.Data).ToDictionary(run => run.ToString());

    public static TheoryData<string> TruthTableRuns => [.. Golden.Numbers.TruthTable.Select(run => run.ToString())];

    public static TheoryData<string> OtherRuns => [.. Golden.Numbers.Xor.Concat(Golden.Numbers.Data).Select(run => run.ToString())];

    [Theory]
    [MemberData(nameof(TruthTableRuns))]
    public void The_truth_table_is_learned_as_in_NumPy(string name) =>
        AssertSame(Runs[name], TruthTableInputs, TruthTableTargets, 1e-12);

    [Theory]
    [MemberData(nameof(OtherRuns))]
    public void Hidden_layers_and_own_data_are_learned_as_in_NumPy(string name)
    {
        Golden.Run run = Runs[name];
        AssertSame(run, run.Inputs ?? XorInputs, run.Targets?.Select(target => new[] { target }).ToArray() ?? XorTargets, 1e-11);
    }

    private static void AssertSame(Golden.Run expected, double[][] inputRows, double[][] targetRows, double relative)
    {
        Matrix<double> inputs = Golden.Matrix(inputRows);
        Matrix<double> targets = Golden.Matrix(targetRows);
        NeuralNetwork network = new(expected.Seed, expected.Layers);

        Assert.Equal(expected.InitialWeights.Select(Golden.Matrix), network.Layers.Select(layer => layer.Weights));
        Assert.Equal(expected.InitialText, network.Layers.Select(layer => NumpyText.Format(layer.Weights)));

        network.Train(inputs, targets, expected.Iterations, expected.StepSize);

        Assert.All(network.Layers.Index(), layer => Near.Equal(Golden.Matrix(expected.Weights[layer.Index]), layer.Item.Weights, relative));
        Assert.Equal(expected.FinalText, network.Layers.Select(layer => NumpyText.Format(layer.Weights)));
        Assert.Equal(expected.MeanSquaredError, network.MeanSquaredError(inputs, targets), expected.MeanSquaredError * relative);
        if (expected.Outputs is not null)
        {
            Near.Equal(Golden.Matrix(expected.Outputs), network.Think(inputs), relative);
        }
    }
}
