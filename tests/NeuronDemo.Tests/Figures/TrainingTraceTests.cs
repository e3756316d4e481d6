using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;

namespace NeuronDemo.Tests.Figures;

public sealed class TrainingTraceTests
{
    [Theory]
    [InlineData]
    [InlineData(4)]
    [InlineData(5, 3)]
    public void Each_sample_is_what_a_training_of_that_many_iterations_gives(params int[] hidden)
    {
        TrainingTrace trace = Sample.Trace(3000, hidden);

        Assert.Equal(3000, trace.Iterations[^1]);
        for (int sample = 0; sample < trace.Iterations.Count; sample += 25)
        {
            NeuralNetwork network = Sample.Trained(trace.Iterations[sample], hidden);
            Assert.Equal(network.MeanSquaredError(Sample.Inputs, Sample.Targets), trace.Losses[sample]);
            Assert.Equal(network.Layers.SelectMany(layer => layer.Weights.ToRowMajorArray()), trace.Weights.Select(weight => weight.Values[sample]));
            Assert.Equal(network.Think(Sample.Inputs).Column(0), trace.Outputs.Select(output => output.Values[sample]));
        }

        Assert.Equal(Sample.Targets.Column(0), trace.Outputs.Select(output => output.Position.Target));
    }

    [Fact]
    public void A_training_of_no_iterations_has_one_sample()
    {
        TrainingTrace trace = Sample.Trace(0);

        Assert.Equal(0, Assert.Single(trace.Iterations));
        Assert.Equal(-0.165955990594852, Assert.Single(trace.Weights[0].Values), 1e-15);
    }

    [Fact]
    public void Of_many_weights_and_outputs_some_tens_are_traced_from_the_first_to_the_last()
    {
        Matrix<double> inputs = Matrix<double>.Build.Random(150, 64, seed: 1);
        Matrix<double> targets = Matrix<double>.Build.Dense(150, 10, (row, column) => row % 10 == column ? 1 : 0);

        Lesson lesson = new() { Data = new(inputs, targets), Hidden = [32], Iterations = 3, Steps = StepRule.Fixed(0.1) };

        TrainingTrace trace = TrainingTrace.Record(lesson, progress: null, CancellationToken.None);

        Assert.Equal((64 * 32 + 32 * 10, 150 * 10), (trace.WeightCount, trace.OutputCount));
        Assert.Equal((40, 40), (trace.Weights.Count, trace.Outputs.Count));
        Assert.Equal((1, 64 * 32 + 32 * 10), (trace.Weights[0].Position.Number, trace.Weights[^1].Position.Number));
        Assert.Equal((149, 9), (trace.Outputs[^1].Position.Row, trace.Outputs[^1].Position.Column));
        Matrix<double> outputs = trace.Outcome.Network.Think(inputs);
        Assert.All(trace.Outputs, output => Assert.Equal(outputs[output.Position.Row, output.Position.Column], output.Values[^1]));
        Assert.All(trace.Outputs, output => Assert.Equal(targets[output.Position.Row, output.Position.Column], output.Position.Target));
    }

    [Fact]
    public void Held_out_rows_and_steps_are_traced_as_a_training_of_that_many_iterations_has_them()
    {
        TrainingTrace trace = TrainingTrace.Record(Sample.HoldOut(600), progress: null, CancellationToken.None);

        for (int sample = 0; sample < trace.Iterations.Count; sample += 25)
        {
            Outcome outcome = Sample.HoldOut(trace.Iterations[sample]).Learn();
            Assert.Equal(outcome.HeldOut!.MeanSquaredError, trace.HeldOutLosses![sample]);
            Assert.Equal((outcome.StepSize, outcome.StepsTakenBack), (trace.StepSizes[sample], trace.StepsTakenBack[sample]));
        }

        BestOnHeldOut least = trace.Outcome.BestOnHeldOut!;
        Assert.Equal(trace.HeldOutLosses!.Min(), least.MeanSquaredError);
        Assert.Equal(least.MeanSquaredError, trace.HeldOutLosses![trace.Iterations.ToList().IndexOf(least.Iteration)]);
        Assert.Null(Sample.Trace(10).HeldOutLosses);
    }

    [Fact]
    public void Interrupted_training_is_no_trace() =>
        Assert.ThrowsAny<OperationCanceledException>(() => TrainingTrace.Record(Sample.Lesson(10), progress: null, new(canceled: true)));
}
