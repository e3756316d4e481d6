using NeuronDemo.Lessons;
using NeuronDemo.Tests.Data;

namespace NeuronDemo.Tests.Lessons;

public sealed class AnswersTests
{
    private static readonly DataChoice Plain = new() { Standardizes = false, AddsBias = false };

    [Fact]
    public void R_squared_and_the_mean_absolute_error_are_those_of_scikit_learn_in_the_target_s_unit()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("1,3.5\n2,-0.5\n3,2\n4,7\n", Plain);
        NumberTarget target = (NumberTarget)data.Meaning!.Columns[0];
        double[] predicted = [2.5, 0, 2, 8];

        Answers answers = new(Golden.Matrix([.. predicted.Select(value => new[] { target.Encode(value) })]), data);

        // sklearn.metrics.r2_score([3.5, -0.5, 2, 7], [2.5, 0, 2, 8]) gives 0.923728813559322, mean_absolute_error 0.625.
        Assert.Equal(1 - 2.25 / 29.5, answers.RSquared(0), 1e-12);
        Assert.Equal(0.625, answers.MeanAbsoluteError(0), 1e-12);
        Assert.False(answers.HaveClasses);
    }

    [Fact]
    public void A_row_is_right_if_its_class_is_and_the_most_frequent_class_stands_beside_it()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("1,b\n2,c\n3,a\n4,b\n", Plain);

        Answers answers = new(Golden.Matrix([[0.2, 0.3, 0.1], [0.9, 0.1, 0.2], [0.1, 0, 0], [double.NaN, 1, 0]]), data);

        Assert.Equal([true, false, true, false], Enumerable.Range(0, 4).Select(answers.IsRight));
        Assert.Equal((2, 0.5), (answers.RowsRight, answers.MostFrequentShare));
        Assert.True(answers.HaveClasses);
    }

    [Fact]
    public void Of_two_classes_the_second_is_beyond_one_half()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("1,no\n2,yes\n3,no\n", Plain);

        Answers answers = new(Golden.Matrix([[0.5], [0.51], [0.9]]), data);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(answers.IsRight));
    }
}
