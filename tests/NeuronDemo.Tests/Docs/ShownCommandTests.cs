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
}
