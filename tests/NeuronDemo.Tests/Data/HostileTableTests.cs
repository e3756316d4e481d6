using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using NeuronDemo.Data;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Data;

public sealed class HostileTableTests
{
    private static readonly Gen<string> Cells = Gen.Frequency(
        (8, Gen.Double[-9, 9].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (4, Gen.OneOf("a", "b", "setosa", "权重", "1,5", "$1,200", "5%", "1O3", "Infinity", "1e999", "-", "x y", "1 2", "#", "\\", "'")),
        (3, Gen.OneOf("", "NA", "?", " ", "nan", "null", "N/A")),
        (2, Gen.OneOf("\"a,b\"", "\"1\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "\"\"", "\"two\r\nlines\"")),
        (1, Gen.OneOf("\"", "a\"b", "\"open", "\"1\" ", " \"1\"", "\"a\"b", "\u0000", "\r", "\n", "\u2028", "\uFEFF", "\"\"\"")),
        (1, Gen.String[0, 9]));

    private static readonly Gen<string> Tables =
        from columns in Gen.Frequency((9, Gen.Int[1, 8]), (1, Gen.Int[9, 300]))
        from names in Gen.Frequency((3, Gen.OneOf("a", "b", "t", "x 1", "1", "")), (1, Cells)).Array[columns]
        from hasHeader in Gen.Bool
        from cells in Cells.Array[columns].Array[0, 12]
        from plain in Gen.Bool
        from lengths in Gen.Frequency((30, Gen.Const(0)), (1, Gen.Int[-1, 1])).Array[12]
        from separator in Gen.Frequency((9, Gen.OneOf(",", ";", "\t")), (1, Gen.OneOf(" ", "|", "，")))
        from lineEnd in Gen.Frequency((9, Gen.OneOf("\n", "\r\n")), (1, Gen.OneOf("\r", "\n\n", "\n \n")))
        select string.Concat(
            (hasHeader ? string.Join(separator, names) + lineEnd : "")
            + string.Join(lineEnd, cells.Select((row, i) => string.Join(separator, Ragged(plain ? [.. row.Select((_, column) => $"{i}.{column}")] : row, lengths[i])))));

    private static readonly Gen<byte[]> Contents = Gen.Frequency(
        (12, Tables.Select(Encoding.UTF8.GetBytes)),
        (3, from table in Tables.Select(Encoding.UTF8.GetBytes)
            from at in Gen.Int[0, 1 << 20]
            from damage in Gen.Byte.Array[0, 4]
            let place = at % (table.Length + 1)
            select (byte[])[.. table[..place], .. damage, .. table[Math.Min(table.Length, place + 2)..]]),
        (1, Gen.Byte.Array[0, 200]),
        (1, Gen.OneOf("\"\",\t\r\n\n 01-.e"u8.ToArray()).Array[0, 200]));

    /// <summary>It is the same with one thread and with more, and so is what is said about a file that is refused.</summary>
    [Fact]
    public void Every_file_ends_in_a_table_or_in_a_refusal_that_names_the_place() => Contents.Sample(
        content =>
        {
            string one = Outcome(content, threads: 1);

            Assert.Equal(one, Outcome(content, threads: 2));
        },

        // The environment variable CsCheck_Iter asks for more.
        iter: Math.Max(3000, Check.Iter));

    private static string Outcome(byte[] content, int threads)
    {
        try
        {
            Table table = CsvFiles.ReadTable(content, threads);
            Assert.All(table.Columns, column =>
            {
                Assert.Equal(table.RowCount, column.Values.Length);
                Assert.Equal(column.Findings.Missing, column.Values.ToArray().Count(double.IsNaN));
                Assert.Equal(column.Texts is null, column.Findings.Texts == 0);
                Assert.Equal(column.Findings.Texts == 0, column.Findings.FirstText is null);
                Assert.True(column.Texts?.All(text => !text.AsSpan().ContainsAny('\n', '\r') && text.Length > 0) ?? true);
            });
            return string.Join(' ', table.Blocks[0]) + string.Join('|', table.Columns.Select(column => string.Join('/', column.Texts ?? [])));
        }
        catch (UnusableInputException refused)
        {
            Assert.Matches(new Regex(@"^'rows\.csv'(, line [1-9][0-9]*(, column [1-9][0-9]*)?:| is | has )"), refused.Text.English);
            Assert.DoesNotContain('\n', refused.Text.English);
            Assert.StartsWith("“rows.csv”", refused.Text.Chinese, StringComparison.Ordinal);
            return refused.Text.English;
        }
    }

    private static string[] Ragged(string[] row, int more) => more switch
    {
        < 0 => row[1..],
        0 => row,
        _ => [.. row, "1"],
    };
}
