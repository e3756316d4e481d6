using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Explain;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Commands.Explain;

public sealed class WorksheetTests
{
    private static readonly Message Name = new("Name", "名称");
    private static readonly Message Why = new("Why it is there.", "为何。");
    private static readonly Matrix<double> Column = Matrix<double>.Build.Dense(2, 1, [1, 2]);

    private readonly Worksheet _page = new(Language.English);

    [Fact]
    public void A_page_has_a_title_and_numbered_sections()
    {
        _page.Title(new("Title", "标题"));
        _page.Section(Name, "m = x W", new("One line.\n\nAnother.", "一行。"));
        _page.Section(Name, "m", Why, Column);
        _page.Table([[new("a", "甲"), new("b", "乙")], [new("100", "100"), new("c", "丙")]]);
        _page.Worked(new("Row 1", "第 1 行"), "1 + 1 = 2");

        Assert.Equal(
            """
            Title


            1. Name   m = x W
               One line.

               Another.

            2. Name   m   (2 x 1)
               Why it is there.

                 [[1.]
                  [2.]]

                   a  b
                 100  c


               Row 1: 1 + 1 = 2

            """,
            _page.ToString());
    }

    [Theory]
    [InlineData(Language.English, "\n--- Forward ")]
    [InlineData(Language.Chinese, "\n--- 前向 ")]
    public void A_part_begins_with_a_line_across_the_page(Language language, string start)
    {
        Worksheet page = new(language);

        page.Part(new("Forward", "前向"));

        string text = page.ToString();
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.Equal(80, text.Trim('\n').Sum(c => c >= '\u2E80' ? 2 : 1));
        Assert.Equal("", text[start.Length..].TrimEnd('\n').Trim('-'));
    }

    [Fact]
    public void Two_matrices_stand_side_by_side_as_long_as_both_fit()
    {
        string longest = new('x', 51);

        _page.Section(Name, "y", Why, (longest, Column), ("y", Column));

        string[] lines = _page.ToString().Split('\n');
        Assert.Equal(
            [
                "1. Name   y   (2 x 1)",
                "   Why it is there.",
                "",
                $"     {longest} = [[1.]      y = [[1.]",
                $"     {new string(' ', 54)} [2.]]          [2.]]",
                "",
            ],
            lines[1..]);
        Assert.Equal(80, lines[5].Length);
    }

    [Fact]
    public void Two_matrices_stand_one_below_the_other_where_the_page_is_too_narrow()
    {
        string tooLong = new('x', 52);

        _page.Section(Name, "y", Why, (tooLong, Column), ("y", Column));

        Assert.EndsWith(
            $"""

                 {tooLong} =
                 [[1.]
                  [2.]]
                 y =
                 [[1.]
                  [2.]]

            """,
            _page.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, 8, 7, "... the first 6 of 7 columns")]
    [InlineData(Language.Chinese, 8, 7, "... 共 7 列，只列出前 6 列")]
    [InlineData(Language.English, 9, 6, "... the first 8 of 9 rows")]
    [InlineData(Language.Chinese, 9, 6, "... 共 9 行，只列出前 8 行")]
    public void What_is_left_out_of_a_matrix_is_said_below_it(Language language, int rows, int columns, string note)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(rows, columns);
        Worksheet one = new(language);
        Worksheet two = new(language);

        one.Section(Name, "m", Why, matrix);
        two.Section(Name, "m", Why, ("a", matrix), ("b", matrix));

        Assert.EndsWith($"]\n     {note}\n", one.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"]\n     {note}\n", two.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_below_a_matrix_that_is_shown_whole()
    {
        _page.Section(Name, "m", Why, Matrix<double>.Build.Dense(8, 6));

        Assert.EndsWith(" 0. 0.]]\n", _page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_shows_as_many_terms_as_fit_on_the_line_and_at_least_one() =>
        Gen.Int[1, 80].Array[1, 12].Sample(lengths =>
        {
            string[] terms = Array.ConvertAll(lengths, length => new string('1', length));
            Worksheet page = new(Language.Chinese);

            page.WorkedSum(new("Row 1", "第 1 行"), terms, "0");

            string[] lines = [.. terms.Select((_, i) => $"   第 1 行: {string.Join(" + ", terms[..(i + 1)])}{(i + 1 < terms.Length ? " + ..." : "")} = 0")];
            Assert.Equal(lines.LastOrDefault(line => line.Length + 2 <= 80, lines[0]), page.ToString().Trim('\n'));
        });
}
