using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using NeuronDemo.Lessons;
using NeuronDemo.Models;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Tests.Docs;

/// <summary>The code in the tutorial does what the tutorial says.</summary>
public sealed class TutorialCodeTests
{
    [Fact]
    public void The_lines_beside_NumPys_are_the_training()
    {
        const double s = 1;
        Matrix<double> x = TrainingSet.TruthTable.Inputs;
        Matrix<double> t = TrainingSet.TruthTable.Targets;
        Matrix<double> w = new NeuralNetwork(seed: 1, 3, 1).Layers[0].Weights;
        for (int i = 0; i < 15000; i++)
        {
            Matrix<double> y = (x * w).Map(NeuralNetwork.Sigmoid);
            Matrix<double> error = t - y;
            Matrix<double> delta = error.PointwiseMultiply(y.Map(NeuralNetwork.SigmoidDerivative));
            Matrix<double> adjustment = x.TransposeThisAndMultiply(delta);
            w += s * adjustment;
        }

        // NumPy's, from golden.json.
        Assert.Equal([10.087408960563154, -0.2069536618062992, -4.83757834715658], w.Column(0), (a, b) => Math.Abs(a - b) < 1e-11);
    }

    [Theory]
    [InlineData("docs/tutorial.md")]
    [InlineData("docs/tutorial.zh.md")]
    public void ONNX_Runtime_answers_as_it_is_shown_to_do_in_Python(string tutorial)
    {
        NeuralNetwork neuron = new(seed: 1, 3, 1);
        neuron.Train(TrainingSet.TruthTable.Inputs, TrainingSet.TruthTable.Targets, iterations: 15000);
        using InferenceSession session = new(new Model(neuron).ToOnnx());

        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> outputs =
            session.Run([NamedOnnxValue.CreateFromTensor("inputs", new DenseTensor<double>(new double[] { 1, 0, 0 }, [1, 3]))]);

        Matrix<double> answer = Matrix<double>.Build.Dense(1, 1, outputs[0].AsTensor<double>()[0, 0]);
        ShownCommand shown = new Document(tutorial).Commands().Single(command => command.Line == "python3 ask.py");
        Assert.Equal(NumpyText.Format(answer), shown.Output!.TrimEnd('\n'));
    }
}
