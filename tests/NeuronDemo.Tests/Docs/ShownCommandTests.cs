namespace NeuronDemo.Tests.Docs;

public sealed class ShownCommandTests
{
    private const string Printed = "one 1\ntwo 2.0\n\nthree 3\n";

    [Theory]
    [InlineData("one 1\ntwo 2.0\n\nthree 3")]
    [InlineData("one 1\ntwo 2.0\n\nthree 3\n")]
    [InlineData("one 1\n...\nthree 3")]
    [InlineData("...\ntwo 2.0\n...")]
    [InlineData("one 1\n...\ntwo 2.0\n\nthree 3\n...")]
    [InlineData("...")]
    public void What_is_printed_may_be_shown_whole_or_in_part(string shown) =>
        Assert.True(new ShownCommand("", "", shown).Shows(Printed));

    [Theory]
    [InlineData("one 1\ntwo 2.1\n\nthree 3")]
    [InlineData("one 1\ntwo 2x0\n\nthree 3")]
    [InlineData("one 1\ntwo 2.0\nthree 3")]
    [InlineData("one 1\ntwo 2.0")]
    [InlineData("two 2.0\n\nthree 3")]
    [InlineData("one 1\n...\nthree 4")]
    [InlineData("one\n...")]
    [InlineData("")]
    public void Anything_else_is_noticed(string shown) =>
        Assert.False(new ShownCommand("", "", shown).Shows(Printed));

    [Theory]
    [InlineData("0.9999584016709994", "0.9999584016709995", true)]
    [InlineData("0.9999584016709994", "0.9999584026709994", false)]
    [InlineData("7.872821569538095E-06", "7.872821569538099E-06", true)]
    [InlineData("7.872821569538095E-06", "7.872821569538095E-05", false)]
    [InlineData("0.99995840", "0.99995841", false)]
    public void The_last_of_seventeen_digits_depend_on_the_processor(string shown, string printed, bool same) =>
        Assert.Equal(same, new ShownCommand("", "", shown).Shows(printed));
}
