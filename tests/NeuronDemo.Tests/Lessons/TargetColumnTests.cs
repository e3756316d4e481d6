using CsCheck;
using NeuronDemo.Lessons;

namespace NeuronDemo.Tests.Lessons;

/// <summary>What a column becomes for the network comes back as what it was.</summary>
public sealed class TargetColumnTests
{
    private static readonly ClassTarget Species = new("species", "Adelie", "Chinstrap", "Gentoo");
    private static readonly ClassTarget Tagged = new("tagged", "no", "yes");
    private static readonly NumberTarget Mass = new("mass", 2700, 6300);

    [Fact]
    public void Numbers_come_back_from_the_range_0_to_1() =>
        (from least in Gen.Double[-1e6, 1e6]
         from width in Gen.Double[1e-6, 1e6]
         from share in Gen.Double[0, 1]
         where least + width > least
         select (least, least + width, least + share * width)).Sample((least, greatest, value) =>
        {
            NumberTarget target = new("t", least, greatest);

            double encoded = target.Encode(value);

            Assert.InRange(encoded, -1e-9, 1 + 1e-9);
            Assert.Equal(value, target.Decode([encoded]).Number, 1e-9 * Math.Max(1, Math.Abs(value)));
            Assert.Equal((0, 1), (target.Encode(least), target.Encode(greatest)));
            Assert.Equal(new TargetValue(null, least), target.Decode([0]));
        });

    [Fact]
    public void A_number_in_0_to_1_is_taken_as_it_is() =>
        Gen.Double[0, 1].Sample(value =>
        {
            NumberTarget target = new("t");

            Assert.False(target.IsScaled);
            Assert.Equal((value, value), (target.Encode(value), target.Decode([value]).Number));
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e308, 1e308)]
    public void What_is_no_range_is_refused(double least, double greatest)
    {
        Assert.False(NumberTarget.IsRange(least, greatest));
        Assert.Throws<ArgumentException>(nameof(greatest), () => new NumberTarget("t", least, greatest));
    }

    [Theory]
    [InlineData(0, 5e-324)]
    [InlineData(0, double.MaxValue)]
    public void The_smallest_and_the_largest_range_serve(double least, double greatest)
    {
        NumberTarget target = new("t", least, greatest);

        Assert.Equal((0, 1), (target.Encode(least), target.Encode(greatest)));
        Assert.Equal((least, greatest), (target.Decode([0]).Number, target.Decode([1]).Number));
    }

    [Fact]
    public void Classes_come_back_from_their_outputs() =>
        Gen.Int[2, 60].SelectMany(count => Gen.Select(Gen.Const(count), Gen.Int[0, count - 1])).Sample((count, position) =>
        {
            ClassTarget target = new("t", [.. Enumerable.Range(0, count).Select(i => $"class {i}")]);

            double[] outputs = [.. Enumerable.Range(0, target.OutputCount).Select(output => target.Encode(position, output))];

            Assert.Equal(count == 2 ? 1 : count, outputs.Length);
            Assert.Equal(count == 2 ? position : 1, outputs.Sum());
            Assert.Equal(position, target.Position(outputs));
            Assert.Equal(new TargetValue($"class {position}", 1), target.Decode(outputs));
        });

    [Theory]
    [InlineData("yes", 0.9, 0.9)]
    [InlineData("no", 0.9, 0.1)]
    [InlineData("no", 0.5, 0.5)]
    [InlineData("yes", 0.5000000000000001, 0.5000000000000001)]
    [InlineData(null, double.NaN, double.NaN)]
    public void Of_two_classes_the_output_says_which_and_how_sure(string? name, double sureness, double output) =>
        Assert.Equal(new TargetValue(name, sureness), Tagged.Decode([output]));

    [Theory]
    [InlineData("Chinstrap", 0.4, 0.1, 0.4, 0.3)]
    [InlineData("Adelie", 0.2, 0.2, 0.2, 0.2)]
    [InlineData("Gentoo", 0.9, 0.1, 0.8, 0.9)]
    [InlineData(null, double.NaN, 0.1, double.NaN, 0.9)]
    public void Of_several_classes_the_largest_output_decides(string? name, double sureness, params double[] outputs) =>
        Assert.Equal(new TargetValue(name, sureness), Species.Decode(outputs));

    [Fact]
    public void One_class_or_the_same_class_twice_is_refused()
    {
        foreach (string[] classes in (string[][])[[], ["a"], ["a", "a"], ["a", "b", "a"]])
        {
            Assert.False(ClassTarget.AreClasses(classes));
            Assert.Throws<ArgumentException>(nameof(classes), () => new ClassTarget("t", classes));
        }
    }

    [Fact]
    public void A_row_of_outputs_is_read_column_by_column()
    {
        OutputMeaning meaning = new(Mass, Species, Tagged);

        Assert.Equal(["mass", "species=Adelie", "species=Chinstrap", "species=Gentoo", "tagged=yes"], meaning.OutputNames);
        Assert.Equal(
            [new(null, 4500), new("Gentoo", 0.75), new("no", 0.875)],
            meaning.Decode([0.5, 0.25, 0.5, 0.75, 0.125]));
    }

    [Fact]
    public void An_input_of_texts_has_a_name_for_each()
    {
        Assert.Equal(["age"], new InputColumn("age").InputNames);
        Assert.Equal(["sex=female", "sex=male"], new InputColumn("sex") { Texts = ["female", "male"] }.InputNames);
    }
}
