using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using NeuronDemo.Lessons;
using NeuronDemo.Tests.Data;

namespace NeuronDemo.Tests.Lessons;

public sealed class ScalingTests
{
    [Fact]
    public void Standardized_columns_have_mean_0_and_population_deviation_1() =>
        (from rows in Gen.Int[2, 200]
         from columns in Gen.Int[1, 5]
         from offset in Gen.OneOf(0, 1, -1000, 1e6)
         from unit in Gen.OneOf(1, 1e-150, 1e150)
         from numbers in Gen.Double[-1, 1].Array2D[rows, columns]
         where Matrix<double>.Build.DenseOfArray(numbers).EnumerateColumns().All(column => column.Maximum() - column.Minimum() > 0.1)
         select Matrix<double>.Build.DenseOfArray(numbers).Multiply(unit).Add(offset * unit))
        .Sample(inputs =>
        {
            Matrix<double> raw = inputs.Clone();
            Matrix<double> standardized = new TrainingSet(inputs, inputs).Standardize().Inputs;

            Assert.All(standardized.EnumerateColumns(), column =>
            {
                Assert.Equal(0, column.Average(), 1e-6);
                Assert.Equal(1, column.PopulationStandardDeviation(), 1e-6);
            });
            Assert.All(raw.EnumerateColumnsIndexed(), column => Assert.True(standardized[column.Item2.MaximumIndex(), column.Item1] > 0));
        });

    [Fact]
    public void A_small_deviation_from_a_large_mean_keeps_its_digits()
    {
        // The deviations from the mean are -4/3, -1/3 and 5/3, the standard deviation sqrt(14)/3.
        Matrix<double> inputs = Matrix<double>.Build.Dense(3, 1, [1e8 + 1, 1e8 + 2, 1e8 + 4]);

        Scaling.Of(inputs, inputs.ColumnCount).Apply(inputs);

        double[] expected = [-4 / Math.Sqrt(14), -1 / Math.Sqrt(14), 5 / Math.Sqrt(14)];
        Assert.Equal(expected, inputs.ToColumnMajorArray(), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(1e9)]
    [InlineData(1L << 52)]
    public void Numbers_that_differ_by_2_deviate_by_1(double number)
    {
        Scaling scaling = Scaling.Of(Matrix<double>.Build.Dense(2, 1, [number, number + 2]), 1);

        Assert.Equal([number + 1], scaling.Means);
        Assert.Equal([1], scaling.Deviations);
    }

    [Fact]
    public void A_power_of_2_times_the_numbers_is_the_same_times_the_scaling() =>
        Gen.Select(Gen.Double[-1, 1].Array[2, 50], Gen.Int[-900, 900]).Sample((numbers, exponent) =>
        {
            Scaling scaling = Scaling.Of(Matrix<double>.Build.Dense(numbers.Length, 1, numbers), 1);

            Scaling scaled = Scaling.Of(Matrix<double>.Build.Dense(numbers.Length, 1, (i, _) => Math.ScaleB(numbers[i], exponent)), 1);

            Assert.Equal(Math.ScaleB(scaling.Means[0], exponent), scaled.Means[0]);
            Assert.Equal(Math.ScaleB(scaling.Deviations[0], exponent), scaled.Deviations[0]);
        });

    [Fact]
    public void A_constant_column_becomes_0()
    {
        // The mean of ten times 0.1 is not 0.1 in floating point.
        Matrix<double> inputs = Matrix<double>.Build.Dense(10, 2, (_, column) => column == 0 ? 0.1 : 0);

        Scaling scaling = Scaling.Of(inputs, inputs.ColumnCount);
        scaling.Apply(inputs);

        Assert.Equal([0.1, 0], scaling.Means);
        Assert.Equal([0, 0], scaling.Deviations);
        Assert.All(inputs.Enumerate(), number => Assert.Equal(0, number));
    }

    [Fact]
    public void A_single_row_is_constant() =>
        Assert.Equal([7], Scaling.Of(Matrix<double>.Build.Dense(1, 1, 7), 1).Means);

    [Fact]
    public void Missing_inputs_are_named()
    {
        Assert.Throws<ArgumentNullException>("inputs", () => Scaling.Of(null!, 1));
        Assert.Throws<ArgumentNullException>("inputs", () => new Scaling([], []).Apply(null!));
    }

    [Fact]
    public void A_scaling_serves_other_rows_than_those_it_was_measured_on()
    {
        Scaling scaling = Scaling.Of(Matrix<double>.Build.Dense(2, 1, [1, 5]), 1);
        Matrix<double> others = Matrix<double>.Build.Dense(1, 1, 7);

        scaling.Apply(others);

        Assert.Equal(2, others[0, 0]);
    }

    [Fact]
    public void The_truth_table_stays_what_it_is()
    {
        TrainingSet.TruthTable.Standardize();

        Assert.Equal([0, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1], TrainingSet.TruthTable.Inputs.ToRowMajorArray());
    }

    [Fact]
    public void The_bias_is_a_last_input_that_is_always_1()
    {
        foreach (TrainingSet data in (TrainingSet[])
            [CsvFiles.ReadTrainingSet("a,t\n2,0\n3,1\n").WithBias(), CsvFiles.ReadTrainingSet("a,t\n2,0\n3,1\n", bias: true)])
        {
            Assert.True(data.HasBias);
            Assert.Equal([2, 1, 3, 1], data.Inputs.ToRowMajorArray());
            Assert.Equal([0, 1], data.Targets.ToRowMajorArray());
            Assert.Equal(["a", "1"], data.InputNames);
        }
    }

    [Fact]
    public void The_bias_is_not_standardized()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("a,t\n2,0\n4,1\n", bias: true).Standardize();

        Assert.Equal([-1, 1, 1, 1], data.Inputs.ToRowMajorArray());
        Assert.Equal([3], data.Scaling!.Means);
    }
}
