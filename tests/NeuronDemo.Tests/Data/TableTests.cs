using System.Globalization;
using System.Text;
using CsCheck;
using NeuronDemo.Data;

namespace NeuronDemo.Tests.Data;

public sealed class TableTests
{
    /// <summary>Cells as they stand in a file, with what they are: a number, a text, or nothing.</summary>
    private static readonly Gen<(string Written, double Number, string? Text)> Cells = Gen.Frequency(
        (6, from number in Gen.OneOf(Gen.Double[-1000, 1000], Gen.Int[-3, 3].Select(n => (double)n))
            from isQuoted in Gen.Bool
            let text = number.ToString(CultureInfo.InvariantCulture)
            select (isQuoted ? $"\"{text}\"" : text, number, (string?)text)),
        (3, from text in Gen.OneOf("setosa", "a b", "x,y", "say \"hi\"", "two\nlines", "权重", "é", "1O3", "-", "Infinity", "\"", "e5", "nan1")
            from blanks in Gen.OneOf("", " ", "\t")
            select ($"\"{blanks}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}{blanks}\"", double.NaN, (string?)text.Replace('\n', ' '))),
        (1, from word in Gen.OneOf("", "NA", "n/a", "NaN", "nan", "NULL", "?", " ", "\"\"", "\"NA\"", "\" ? \"")
            select (word, double.NaN, (string?)null)));

    private static readonly Gen<(string Written, double Number, string? Text)[][]> Rows =
        from columns in Gen.Int[2, 6]
        from textless in Gen.Bool.Array[columns]
        from cells in Cells.Array[columns].Array[1, 40]
        select cells.Select(row => row.Select((cell, i) => textless[i] && cell.Text is not null && double.IsNaN(cell.Number) ? ("7", 7, "7") : cell).ToArray()).ToArray();

    [Fact]
    public void Every_column_is_of_numbers_or_of_texts_and_tells_what_is_missing() =>
        Gen.Select(Rows, Gen.Int[1, 3]).Sample((rows, threads) =>
        {
            int columns = rows[0].Length;
            StringBuilder text = new(string.Join(',', Enumerable.Range(0, columns).Select(i => "n" + i)) + "\n");
            List<long> lines = [];
            long line = 2;
            foreach ((string Written, double Number, string? Text)[] row in rows)
            {
                lines.Add(line);
                string written = string.Join(',', row.Select(cell => cell.Written));
                text.Append(written).Append('\n');
                line += 1 + written.Count(c => c == '\n');
            }

            Table table = CsvFiles.ReadTable(Encoding.UTF8.GetBytes(text.ToString()), threads);

            Assert.Equal(lines, Enumerable.Range(0, table.RowCount).Select(table.LineOf));
            Assert.Equal(Enumerable.Range(0, rows.Length).Where(row => rows[row].Any(cell => cell.Text is null)), table.IncompleteRows(table.Columns));
            Assert.All(table.Columns, column =>
            {
                (string Written, double Number, string? Text)[] cells = rows.Select(row => row[column.Index]).ToArray();
                string?[] texts = [.. cells.Select(cell => cell.Text)];
                bool isText = cells.Any(cell => cell.Text is not null && double.IsNaN(cell.Number));
                Assert.Equal(isText, column.Texts is not null);
                Assert.Equal(texts.Count(cell => cell is null), column.Findings.Missing);
                Assert.Equal(cells.Count(cell => !double.IsNaN(cell.Number)), column.NumberCount);
                if (column.Texts is { } values)
                {
                    int first = Array.FindIndex(cells, cell => cell.Text is not null && double.IsNaN(cell.Number));
                    Assert.InRange(column.Findings.FirstText!.Value.Line, lines[first], first + 1 < lines.Count ? lines[first + 1] - 1 : line);
                    Assert.Equal(texts.OfType<string>().Distinct().Order(StringComparer.Ordinal), values);
                    Assert.Equal(texts, column.Values.ToArray().Select(value => double.IsNaN(value) ? null : values[(int)value]));
                }
                else
                {
                    Assert.Equal(cells.Select(cell => cell.Number), column.Values.ToArray());
                }
            });
        });

    [Fact]
    public void Columns_asked_for_together_stand_side_by_side_with_room_behind_them()
    {
        using CsvFile file = CsvFiles.Open("id,x,y,t\nfoo,1,2,a\nbar,3,4,b\n"u8.ToArray());

        Table table = file.Read([new([2, 1], Spare: 1), new([3])], CancellationToken.None);

        Assert.Equal([2, 4, 1, 3], table.Blocks[0].AsSpan(0, 4));
        Assert.Equal(6, table.Blocks[0].Length);
        Assert.Equal([0, 1], table.Blocks[1]);
        Assert.Equal(["y", "x", "t"], table.Columns.Select(column => column.Name));
        Assert.Equal([2, 1, 3], table.Columns.Select(column => column.Index));
        Assert.Equal(["a", "b"], table.Columns[2].Texts);
    }

    [Fact]
    public void A_column_that_is_not_asked_for_may_hold_anything()
    {
        using CsvFile file = CsvFiles.Open("x,note,t\n1,\"$1,200\nand more\",0\n2,,1\n"u8.ToArray());

        Table table = file.Read([new([0, 2])], CancellationToken.None);

        Assert.Equal([1, 2, 0, 1], table.Blocks[0]);
        Assert.Empty(table.IncompleteRows(table.Columns));
        Assert.Equal([2L, 4L], [table.LineOf(0), table.LineOf(1)]);
    }

    [Fact]
    public void A_stray_text_among_numbers_can_be_told_with_its_place()
    {
        Table table = CsvFiles.ReadTable("a,b\n1,2\n\n5%,NA\n4,n/a\n1O3,6\n");

        ColumnFindings findings = table.Columns[0].Findings;
        Assert.Equal((2, 2), (table.Columns[0].NumberCount, findings.Texts));
        Assert.Equal((4L, "5%"), findings.FirstText);
        Assert.Equal((4L, "NA"), table.Columns[1].Findings.FirstMissing);
        Assert.Equal(["1", "1O3", "4", "5%"], table.Columns[0].Texts);
    }

    [Fact]
    public void Names_that_are_there_twice_are_kept_and_told()
    {
        using CsvFile file = CsvFiles.Open("a,,b,a,\n1,2,3,4,5\n"u8.ToArray());

        Assert.Equal(["a", "", "b", "a", ""], file.ColumnNames);
        Assert.Equal(["a"], file.RepeatedNames);
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1000, 3)]
    [InlineData(1001, 1)]
    [InlineData(1001, 3)]
    public void So_many_texts_are_kept_and_no_more(int count, int threads)
    {
        StringBuilder text = new();
        for (int row = 0; row < 40_000; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"number {row * 17 % count:D4},{row}\n");
        }

        TableColumn column = CsvFiles.ReadTable(Encoding.UTF8.GetBytes(text.ToString()), threads).Columns[0];

        Assert.Equal(count > TableColumn.MostTexts, column.HasTooManyTexts);
        Assert.Equal(count > TableColumn.MostTexts ? 0 : count, column.Texts!.Count);
        Assert.Equal((1L, "number 0000"), column.Findings.FirstText);
        if (!column.HasTooManyTexts)
        {
            Assert.Equal(Enumerable.Range(0, 40_000).Select(row => (double)(row * 17 % count)), column.Values.ToArray());
        }
    }

    [Fact]
    public void A_table_of_ten_thousand_columns_is_read()
    {
        string names = string.Join(';', Enumerable.Range(0, 10_000).Select(i => "n" + i));
        string cells = string.Join(';', Enumerable.Range(0, 10_000).Select(i => i % 3 == 0 ? "x" : i % 3 == 1 ? "" : "1.5"));

        Table table = CsvFiles.ReadTable($"{names}\n{cells}\n{cells}\n");

        Assert.Equal(3334, table.Columns.Count(column => column.Texts is ["x"]));
        Assert.Equal(3333, table.Columns.Count(column => column.Findings.Missing == 2));
        Assert.Equal(3333, table.Columns.Count(column => column.Values.Span[1] == 1.5));
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using CsvFile file = CsvFiles.Open("1,0\n"u8.ToArray());

        Assert.ThrowsAny<OperationCanceledException>(() => file.Read([new([0, 1])], new CancellationToken(canceled: true)));
    }
}
