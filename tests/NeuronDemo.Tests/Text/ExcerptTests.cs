using NeuronDemo.Text;

namespace NeuronDemo.Tests.Text;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("word", "word")]
    [InlineData("  a\tb\nc \n", "a b c")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789")]
    [InlineData("0123456789012345678901234567890123456789x", "0123456789012345678901234567890123456789...")]
    public void Text_is_shown_in_one_line_of_at_most_40_characters(string text, string shown) => Assert.Equal(shown, Excerpt.Of(text));
}
