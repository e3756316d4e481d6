using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Network;
using NeuronDemo.Tests.Lessons;
using ScottPlot;

namespace NeuronDemo.Tests.Figures;

public sealed class DescentTests
{
    [Fact]
    public void The_path_leads_from_the_starting_weights_to_the_trained_ones()
    {
        Descent descent = Sample.Descent(15000, 1, 3);

        Matrix<double> trained = Sample.Trained(15000).Layers[0].Weights;
        Assert.Equal(-0.165955990594852, descent.Path[0].X, 1e-15);
        Assert.Equal(-0.9997712503653102, descent.Path[0].Y, 1e-15);
        Assert.Equal(new Coordinates(trained[0, 0], trained[2, 0]), descent.Path[^1]);
        Assert.Equal([("w₂", trained[1, 0])], descent.Resting);
    }

    [Fact]
    public void The_path_holds_the_weights_after_each_power_of_ten()
    {
        Descent descent = Sample.Descent(15000, 1, 3);

        foreach (int iterations in (int[])[1, 10, 100, 1000, 10_000])
        {
            Matrix<double> weights = Sample.Trained(iterations).Layers[0].Weights;
            Assert.Equal(new Coordinates(weights[0, 0], weights[2, 0]), descent.Path[descent.Iterations.ToList().IndexOf(iterations)]);
        }
    }

    [Fact]
    public void Held_out_rows_are_looked_at_when_a_training_looks_at_them()
    {
        Lesson lesson = Sample.HoldOut(600);

        BestOnHeldOut least = Descent.Record(lesson, (1, 2), progress: null, CancellationToken.None).Outcome.BestOnHeldOut!;

        BestOnHeldOut expected = lesson.Learn().BestOnHeldOut!;
        Assert.Equal((expected.Iteration, expected.MeanSquaredError), (least.Iteration, least.MeanSquaredError));
    }

    [Fact]
    public void The_second_point_of_the_path_is_one_step_away()
    {
        Descent descent = Sample.Descent(15000, 13, 2, 4);

        NeuralNetwork network = Sample.Trained(1, 4);
        Assert.Equal(new Coordinates(network.Layers[1].Weights[0, 0], network.Layers[0].Weights[0, 1]), descent.Path[1]);
    }

    [Theory]
    [InlineData]
    [InlineData(4)]
    public void The_landscape_is_the_loss_with_two_weights_changed(params int[] hidden)
    {
        NeuralNetwork network = Sample.Trained(500, hidden);
        (WeightPosition First, WeightPosition Second) weights = (WeightPosition.Find(network, 1), WeightPosition.Find(network, 3));
        double[] before = [.. network.Layers.SelectMany(layer => layer.Weights.ToRowMajorArray())];
        (double[] X, double[] Y) grid = ([weights.First.In(network), 2, -3], [weights.Second.In(network), 0.5]);

        DescentLandscape landscape = DescentLandscape.Compute(network, TrainingSet.TruthTable, weights, grid, CancellationToken.None);

        Assert.Equal(network.MeanSquaredError(Sample.Inputs, Sample.Targets), landscape.Losses[0, 0]);
        Assert.Equal(before, network.Layers.SelectMany(layer => layer.Weights.ToRowMajorArray()));
        foreach ((int row, int column, double loss) in landscape.Losses.EnumerateIndexed())
        {
            weights.First.Set(network, grid.X[column]);
            weights.Second.Set(network, grid.Y[row]);
            Assert.Equal(network.MeanSquaredError(Sample.Inputs, Sample.Targets), loss);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15000)]
    public void The_landscape_surrounds_the_path(int iterations)
    {
        Descent descent = Sample.Descent(iterations, 1, 3);

        DescentLandscape landscape = descent.Landscape;
        double margin = (landscape.X[^1] - landscape.X[0]) * 0.15;
        Assert.All(descent.Path, point => Assert.InRange(point.X, landscape.X[0] + margin, landscape.X[^1] - margin));
        Assert.All(descent.Path, point => Assert.InRange(point.Y, landscape.Y[0] + margin, landscape.Y[^1] - margin));
        Assert.Equal((landscape.Y.Count, landscape.X.Count), (landscape.Losses.RowCount, landscape.Losses.ColumnCount));
    }

    [Theory]
    [InlineData(4, 161)]
    [InlineData(1_000_000, 21)]
    public void Large_data_make_the_grid_coarser(int rows, int points) =>
        Assert.Equal(points, DescentLandscape.PointsFor(Sample.Start(), rows));

    [Fact]
    public void An_interrupted_landscape_is_none() =>
        Assert.ThrowsAny<OperationCanceledException>(() => DescentLandscape.Compute(
            Sample.Start(), TrainingSet.TruthTable, (new(1, 0, 0, 0), new(2, 0, 1, 0)), ([0, 1], [0, 1]), new(canceled: true)));
}
