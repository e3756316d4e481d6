using NeuronDemo.Text;

namespace NeuronDemo.Tests.Text;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_stand_flush_right_and_the_last_one_flush_left() =>
        Assert.Equal(
            """
              1  weight  first
            200      w1  2nd
             30    中文  third

            """,
            TextTable.Format([["1", "weight", "first"], ["200", "w1", "2nd"], ["30", "中文", "third"]]));

    [Fact]
    public void A_table_may_have_one_row() => Assert.Equal("a  b\n", TextTable.Format([["a", "b"]]));

    /// <summary>The borders of the blocks that Unicode calls wide (East Asian Width W and F), and their neighbours.</summary>
    [Theory]
    [InlineData('a', 1)]
    [InlineData('\u2E7F', 1)]
    [InlineData('\u2E80', 2)]
    [InlineData('\uA4CF', 2)]
    [InlineData('\uA4D0', 1)]
    [InlineData('\uF8FF', 1)]
    [InlineData('\uF900', 2)]
    [InlineData('\uFAFF', 2)]
    [InlineData('\uFB00', 1)]
    [InlineData('\uFEFF', 1)]
    [InlineData('\uFF00', 2)]
    [InlineData('\uFF60', 2)]
    [InlineData('\uFF61', 1)]
    public void A_Chinese_character_takes_two_cells(char c, int width) => Assert.Equal(width, TextTable.WidthOf(c.ToString()));
}
