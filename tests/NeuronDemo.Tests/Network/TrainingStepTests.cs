using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

public sealed class TrainingStepTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<int> GoldenSteps => [.. Enumerable.Range(0, StepGolden.Numbers.Count)];

    [Theory]
    [MemberData(nameof(GoldenSteps))]
    public void Every_number_is_NumPys(int index)
    {
        StepGolden golden = StepGolden.Numbers[index];

        TrainingStep step = golden.Take();

        Assert.Equal(golden.LayerSteps.Length, step.Layers.Count);
        foreach ((StepGolden.Layer expected, LayerStep layer) in golden.LayerSteps.Zip(step.Layers))
        {
            AssertNear(expected.Weights, layer.Weights);
            AssertNear(expected.WeightedSums, layer.WeightedSums);
            AssertNear(expected.Outputs, layer.Outputs);
            AssertNear(expected.Errors, layer.Errors);
            AssertNear(expected.Derivatives, layer.Derivatives);
            AssertNear(expected.Deltas, layer.Deltas);
            AssertNear(expected.Adjustment, layer.Adjustment);
            AssertNear(expected.NewWeights, layer.NewWeights);
        }

        Assert.Equal(golden.LossBefore, step.LossBefore, Tolerance * golden.LossBefore);
        Assert.Equal(golden.LossAfter, step.LossAfter, Tolerance * golden.LossAfter);
        Assert.Equal(golden.MeanSquaredErrorBefore, step.MeanSquaredErrorBefore, Tolerance * golden.MeanSquaredErrorBefore);
        Assert.Equal(golden.MeanSquaredErrorAfter, step.MeanSquaredErrorAfter, Tolerance * golden.MeanSquaredErrorAfter);
    }

    [Fact]
    public void The_first_step_leads_from_NumPys_start_to_its_first_iteration()
    {
        Golden.Run[] starts = [.. Golden.Numbers.TruthTable.Where(run => run.Iterations == 0)];
        Assert.NotEmpty(starts);
        foreach (Golden.Run start in starts)
        {
            Golden.Run first = Golden.Numbers.TruthTable.Single(run =>
                run.Seed == start.Seed && run.Iterations == 1 && run.StepSize == start.StepSize);

            TrainingStep step = TrainingStep.Of(
                new(start.Seed, start.Layers), NeuronDemo.Lessons.TrainingSet.TruthTable.Inputs, NeuronDemo.Lessons.TrainingSet.TruthTable.Targets, start.StepSize);

            AssertNear(start.Weights[0], step.Layers[0].Weights);
            AssertNear(start.Outputs!, step.Layers[0].Outputs);
            Assert.Equal(start.MeanSquaredError, step.MeanSquaredErrorBefore, Tolerance);
            AssertNear(first.Weights[0], step.Layers[0].NewWeights);
            Assert.Equal(first.MeanSquaredError, step.MeanSquaredErrorAfter, Tolerance);
        }
    }

    [Fact]
    public void The_new_weights_are_those_that_Train_arrives_at() =>
        RandomStep.Any.Sample(task =>
        {
            NeuralNetwork network = task.Network();

            TrainingStep step = TrainingStep.Of(network, task.Inputs, task.Targets, task.StepSize);
            double before = network.MeanSquaredError(task.Inputs, task.Targets);
            network.Train(task.Inputs, task.Targets, 1, task.StepSize);

            Assert.Equal(before, step.MeanSquaredErrorBefore, Tolerance);
            Assert.Equal(network.MeanSquaredError(task.Inputs, task.Targets), step.MeanSquaredErrorAfter, Tolerance);
            foreach ((LayerStep layer, Layer trained) in step.Layers.Zip(network.Layers))
            {
                AssertNear(trained.Weights.ToRowArrays(), layer.NewWeights);
            }
        }, iter: 200);

    [Fact]
    public void The_network_stays_as_it_is_and_the_step_as_it_was()
    {
        StepGolden golden = StepGolden.Numbers[^1];
        NeuralNetwork network = new(golden.Seed, golden.Layers);
        Matrix<double>[] before = [.. network.Layers.Select(layer => layer.Weights.Clone())];
        Matrix<double> inputs = Golden.Matrix(golden.Inputs);
        Matrix<double> targets = Golden.Matrix(golden.Targets);

        TrainingStep step = TrainingStep.Of(network, inputs, targets, golden.StepSize);

        Assert.Equal(before, network.Layers.Select(layer => layer.Weights));
        network.Train(inputs, targets, 10, golden.StepSize);
        inputs.Clear();
        targets.Clear();
        Assert.Equal(before, step.Layers.Select(layer => layer.Weights));
        Assert.Equal(Golden.Matrix(golden.Inputs), step.Inputs);
        Assert.Equal(Golden.Matrix(golden.Targets), step.Targets);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        NeuralNetwork network = new(1, 3, 1);
        Matrix<double> inputs = Matrix<double>.Build.Dense(4, 3);
        Matrix<double> targets = Matrix<double>.Build.Dense(4, 1);

        Assert.Throws<ArgumentNullException>("network", () => TrainingStep.Of(null!, inputs, targets, 1));
        Assert.Throws<ArgumentException>("inputs", () => TrainingStep.Of(network, targets, targets, 1));
        Assert.Throws<ArgumentException>("targets", () => TrainingStep.Of(network, inputs, inputs, 1));
        Assert.Throws<ArgumentOutOfRangeException>("stepSize", () => TrainingStep.Of(network, inputs, targets, 0));
    }

    private static void AssertNear(double[][] expected, Matrix<double> actual)
    {
        Assert.Equal((expected.Length, expected[0].Length), (actual.RowCount, actual.ColumnCount));
        Assert.All(actual.EnumerateIndexed(), cell =>
        {
            double number = expected[cell.Item1][cell.Item2];
            Assert.Equal(number, cell.Item3, Tolerance * Math.Max(Math.Abs(number), 0.01));
        });
    }
}
