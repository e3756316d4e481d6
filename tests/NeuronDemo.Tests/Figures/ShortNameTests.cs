using NeuronDemo.Figures;

namespace NeuronDemo.Tests.Figures;

public sealed class ShortNameTests
{
    [Theory]
    [InlineData("sepal length", "sepal length")]
    [InlineData("height of the tree", "height of the…")]
    [InlineData("species=setosa", "species=setosa")]
    [InlineData("species=versicolor", "sp…=versicolor")]
    [InlineData("species=Chinstrap", "spe…=Chinstrap")]
    [InlineData("a=the one with the long name", "a=the one wit…")]
    [InlineData("a column=the one with the long name", "a…=the one wi…")]
    [InlineData("每日平均气温与湿度", "每日平均气温…")]
    [InlineData("作物收成等级=普通年份", "作物…=普通年份")]
    [InlineData("作物最终收成等级评定结果=收成不佳的歉收年份", "作…=收成不佳…")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("", "")]
    public void A_name_is_cut_where_its_end_says_least(string name, string expected) => Assert.Equal(expected, ShortName.Of(name, 14));

    [Fact]
    public void Classes_of_one_column_are_cut_alike() => Assert.Equal(
        ["sp…=setosa", "height", "sp…=versicolor", "species", "island=Torgersen", "island=Dream", "种类=versicolor", "种类=setosa"],
        ShortName.Of(["species=setosa", "height", "species=versicolor", "species", "island=Torgersen", "island=Dream", "种类=versicolor", "种类=setosa"], 14));

    [Fact]
    public void Names_with_the_same_beginning_differ_in_their_ends() => Assert.Equal(
        ["averag…onth_10", "averag…onth_11", "height", "根据全…住甲类", "根据全…住乙类", "height"],
        ShortName.Of(["average_of_month_10", "average_of_month_11", "height", "根据全部=适合居住甲类", "根据全部=适合居住乙类", "height"], 14));

    [Fact]
    public void No_letter_is_cut_in_two() => Assert.Equal("𠀀𠀀…", ShortName.Of("𠀀𠀀𠀀𠀀", 6));
}
