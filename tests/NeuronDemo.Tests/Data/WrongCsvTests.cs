using System.Runtime.Versioning;
using System.Text;
using NeuronDemo.Data;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Data;

public sealed class WrongCsvTests
{
    /// <summary>Bytes (one a character), and what is said about them.</summary>
    public static TheoryData<string, string> WrongContents => new()
    {
        { "", "'rows.csv' is empty." },
        { "\n\r\n   \n", "'rows.csv' is empty." },
        { "a,b\n", "'rows.csv' has a header line and no rows." },
        { "1\n0\n", "'rows.csv' has 1 column: none is left for inputs beside 1 for targets; columns are separated by commas, semicolons or tabs." },
        { "1,0\n2\n", "'rows.csv', line 2: 1 cell, where the first line has 2." },
        { "1,0\n2,1,\n", "'rows.csv', line 2: 3 cells, where the first line has 2." },
        { "a,b\n1\n", "'rows.csv', line 2: 1 cell, where the first line has 2." },
        { "1,0\n1;0\n", "'rows.csv', line 2: 1 cell, where the first line has 2." },
        { "1,0\n1|0\n", "'rows.csv', line 2: 1 cell, where the first line has 2." },
        { "a,b\n1,x\n", "'rows.csv', target column 'b': every row has x, so there is nothing to learn; name another column with --targets." },
        { "a,b\r\n1,0\r\n\r\n 1 ,x\r\n", "'rows.csv', line 4, column 2: 'x' is not a number." },
        { "\"a\nb\",c\n\n1,0\n1,x\n", "'rows.csv', line 5, column 2: 'x' is not a number." },
        { "\u00EF\u00BB\u00BF\n1,0\n0x1,0\n", "'rows.csv', line 3, column 1: '0x1' is not a number." },
        { "1,0\n1 000,0\n", "'rows.csv', line 2, column 1: '1 000' is not a number; write 1000." },
        { "1,0\n\"1\"\"\",0\n", "'rows.csv', line 2, column 1: '1\"' is not a number." },
        { "1,0\n1\u001B[31m,0\n", "'rows.csv', line 2, column 1: '1 [31m' is not a number." },
        { "1,0\n,0\n", "'rows.csv' has 1 row with missing cells, the first on line 2: 1 (1). --skip-missing leaves these rows out, --ignore 1 a column." },
        { "1,0\n1, \n", "'rows.csv' has 1 row with missing cells, the first on line 2: 2 (1). --skip-missing leaves these rows out, --ignore 2 a column." },
        { "1\t0\n\t\n", "'rows.csv' has 1 row with missing cells, the first on line 2: 1 (1), 2 (1). --skip-missing leaves these rows out, --ignore 1 a column." },
        { ",,\n1,2,0\n", "'rows.csv' has 1 row with missing cells, the first on line 1: 1 (1), 2 (1), 3 (1). --skip-missing leaves these rows out, --ignore 1 a column." },
        { "1,0\nnan,0\n", "'rows.csv' has 1 row with missing cells, the first on line 2: 1 (1). --skip-missing leaves these rows out, --ignore 1 a column." },
        { "1,0\n-Infinity,0\n", "'rows.csv', line 2, column 1: '-Infinity' is not a finite number." },
        { "1,0\n1e999,0\n", "'rows.csv', line 2, column 1: '1e999' is not a finite number." },
        { "1,0\n?,0\n", "'rows.csv' has 1 row with missing cells, the first on line 2: 1 (1). --skip-missing leaves these rows out, --ignore 1 a column." },
        { "1;0\n\"1,200\";0\n", "'rows.csv', line 2, column 1: '1,200' has a comma; write 1.200 if it is a decimal comma, 1200 if it separates thousands." },
        { "1,0\n\"1,200.5\",0\n", "'rows.csv', line 2, column 1: '1,200.5' is not a number; write 1200.5." },
        { "1;0\n-1.234.567,8;0\n", "'rows.csv', line 2, column 1: '-1.234.567,8' is not a number; write -1234567.8." },
        { "1,0\n1O3,0\n", "'rows.csv', line 2, column 1: '1O3' is not a number; write 103." },
        { "1,0\n\u00EF\u00BC\u0095,0\n", "'rows.csv', line 2, column 1: '５' is not a number; write 5." },
        { "1,0\n12 kg,0\n", "'rows.csv', line 2, column 1: '12 kg' is not a number." },
        { "$1,$2,0%\n", "'rows.csv', line 1, column 1: '$1' is not a number; write 1." },
        { "5 %,1\n", "'rows.csv', line 1, column 1: '5 %' is not a number; write 5." },
        { "1 2 3\n4 5 6\n", "'rows.csv', line 1: columns have to be separated by commas, semicolons or tabs; save the file that way." },
        { "a b c\n\n4 5 x\n", "'rows.csv', line 3: columns have to be separated by commas, semicolons or tabs; save the file that way." },
        { "1|0\n", "'rows.csv', line 1: columns have to be separated by commas, semicolons or tabs; save the file that way." },
        { "\u00FF\u00FE1\0,\00\0", "'rows.csv' is text in UTF-16; save it as UTF-8, which Excel calls CSV UTF-8 (Comma delimited)." },
        { "1\0,\00\0\n\0", "'rows.csv' is text in UTF-16; save it as UTF-8, which Excel calls CSV UTF-8 (Comma delimited)." },
        { "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1\0\0", "'rows.csv' is an Excel workbook; save it as CSV UTF-8 (Comma delimited)." },
        { "PK\u0003\u0004" + new string('\0', 26) + "[Content_Types].xml", "'rows.csv' is an Excel workbook; save it as CSV UTF-8 (Comma delimited)." },
        { "PK\u0003\u0004" + new string('\0', 26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "'rows.csv' is an OpenDocument file; save it as CSV in UTF-8." },
        { "PK\u0003\u0004" + new string('\0', 26) + "iris.csv", "'rows.csv' is compressed (zip); unpack it first." },
        { "\u001F\u008B\b", "'rows.csv' is compressed (gzip); unpack it first." },
        { "PAR1\u0015", "'rows.csv' is a file of another kind (Parquet); save the table in it as CSV." },
        { "\n<!DOCTYPE html>\n<html>", "'rows.csv' is a file of another kind (HTML); save the table in it as CSV." },
        { "1,5;0,5\n2,5;1\n", "'rows.csv', line 1, column 1: '1,5' has a decimal comma; write a decimal point." },
        { "a\tb\n1\t0,5\n", "'rows.csv', line 2, column 2: '0,5' has a decimal comma; write a decimal point." },
        { "a,b\n1,0\n1\0,0\n", "'rows.csv', line 3: a zero byte; the file is not text in UTF-8." },
        { "1,0\n\0", "'rows.csv', line 2: a zero byte; the file is not text in UTF-8." },
        { "a,b\n1,0\n\u00FF,0\n", "'rows.csv', line 3: bytes that are not text in UTF-8; save the file as UTF-8, which Excel calls CSV UTF-8 (Comma delimited)." },
        { "h\u00E9,b\n1,0\n", "'rows.csv', line 1: bytes that are not text in UTF-8; save the file as UTF-8, which Excel calls CSV UTF-8 (Comma delimited)." },
        { "1,0\r2,0\r", "'rows.csv', line 1: a carriage return without a line feed; save the file with line ends LF or CRLF." },
        { "\"a,b\n1,0\n", "'rows.csv', line 1, column 1: the quote that opens the cell is not closed at its end." },
        { "1,0\n1,\"0\n1,0\n1,0\n", "'rows.csv', line 2, column 2: the quote that opens the cell is not closed at its end." },
        { "1,0\n1,\"0\n1,0\n1\",0\n", "'rows.csv', line 2, column 2: the quote that opens the cell is not closed at its end." },
        { "1,0\n\"1\" ,0\n", "'rows.csv', line 2, column 1: the quote that opens the cell is not closed at its end." },
        { "1,0\n1,\"", "'rows.csv', line 2, column 2: the quote that opens the cell is not closed at its end." },
    };

    [Theory]
    [MemberData(nameof(WrongContents))]
    public void Wrong_content_is_refused_with_the_place_and_what_was_found(string content, string problem)
    {
        UnusableInputException exception = Refused(Encoding.Latin1.GetBytes(content));

        Assert.Equal(problem, exception.Text.English);
        Translation.AssertComplete(exception.Text);
    }

    [Fact]
    public void More_targets_than_columns_are_refused() =>
        Assert.Equal(
            "'rows.csv' has 2 columns: none is left for inputs beside 2 for targets; columns are separated by commas, semicolons or tabs.",
            Assert.Throws<UnusableInputException>(() => CsvFiles.ReadTrainingSet("1,0\n", targets: 2)).Text.English);

    [Fact]
    public void More_numbers_than_memory_takes_are_refused_before_it_is_taken()
    {
        long rows = (long)(0.9 * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (16384 * sizeof(double))) + 1;

        AssertRefused(rows, () => CsvFiles.ReadMatrix(Content(rows)));
        AssertRefused(131_073, () => CsvFiles.ReadMatrix(Content(131_073))); // more numbers than an array takes

        static string Content(long rows) => new StringBuilder("1").Insert(1, ",1", 16383).Insert(32767, "\n1", (int)rows - 1).ToString();

        static void AssertRefused(long rows, Action read)
        {
            UnusableInputException refused = Assert.Throws<UnusableInputException>(read);
            Assert.Equal($"'rows.csv' has {rows} rows of 16384 numbers, more than fit in memory; take fewer rows.", refused.Text.English);
            Translation.AssertComplete(refused.Text);
        }
    }

    [Theory]
    [InlineData("1.000,0.000\n")]
    [InlineData("1.0,0\n\n\n\n\n\n\n")]
    [InlineData("1,0\n1,0\n1,0\n")]
    [InlineData("1.0,0\n")]
    [InlineData("")]
    public void A_file_that_changes_while_it_is_being_read_is_refused(string content)
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteText("rows.csv", "1.0,0\n1.0,0\n");
        using CsvFile file = CsvFile.Open(path, CancellationToken.None);

        folder.WriteText("rows.csv", content);

        UnusableInputException refused = Assert.Throws<UnusableInputException>(() => file.ReadMatrix());
        Assert.Equal($"'{path}' was changed while it was being read.", refused.Text.English);
        Translation.AssertComplete(refused.Text);
    }

    [Fact]
    public void A_stream_that_is_refused_is_closed()
    {
        using MemoryStream stream = new();

        Assert.Throws<UnusableInputException>(() => CsvFile.Open(CsvFiles.Name, stream, CancellationToken.None));

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void A_long_cell_is_shown_in_part() =>
        Assert.Equal(
            $"'rows.csv', line 2, column 1: '{new string('y', 40)}...' is not a number.",
            Refused(Encoding.UTF8.GetBytes($"1,0\n{new string('y', 5000)},0\n")).Text.English);

    [Fact]
    public void A_line_without_end_is_refused_before_it_is_held_in_memory()
    {
        using EndlessStream ones = new();

        UnusableInputException exception = Assert.Throws<UnusableInputException>(
            () => CsvFile.Open(CsvFiles.Name, ones, CancellationToken.None));

        Assert.Equal("'rows.csv', line 1: the line is longer than 1048576 bytes.", exception.Text.English);
        Translation.AssertComplete(exception.Text);
        Assert.InRange(ones.Given, 1, 4 << 20);
    }

    [Fact]
    public void More_columns_than_a_spreadsheet_has_are_refused()
    {
        Assert.Equal(16384, CsvFiles.ReadMatrix(Row(16384)).ColumnCount);
        UnusableInputException exception = Refused(Encoding.UTF8.GetBytes(Row(16385)));
        Assert.Equal("'rows.csv', line 1: 16385 cells; at most 16384 can be read.", exception.Text.English);
        Translation.AssertComplete(exception.Text);

        static string Row(int cells) => string.Join(',', Enumerable.Repeat("1", cells));
    }

    [Fact]
    public void A_path_that_leads_to_no_file_is_refused()
    {
        string folder = Path.GetTempPath();
        string missing = Path.Combine(folder, Path.GetRandomFileName());

        Assert.Equal($"'{folder}' is a folder; name a file in it.", RefusedPath(folder).Text.English);
        Assert.Equal($"There is no file '{missing}'.", RefusedPath(missing).Text.English);
        Assert.Equal("The name of the file to read is empty.", RefusedPath("").Text.English);
        Assert.All([folder, missing], path => Translation.AssertComplete(RefusedPath(path).Text));
    }

    [Fact]
    public void A_file_that_can_not_be_read_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that not even root can read.");

        Message refused = RefusedPath("/proc/self/mem").Text;
        Assert.StartsWith("'/proc/self/mem' can't be read: ", refused.English, StringComparison.Ordinal);
        Assert.StartsWith("无法读取“/proc/self/mem”：", refused.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Root may read every file, and Windows has other modes.");
        using TemporaryFolder folder = new();
        string path = folder.WriteText("rows.csv", "1,0\n");
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.StartsWith($"'{path}' can't be read: ", RefusedPath(path).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_are_told_in_Chinese_too() =>
        Assert.Equal("“rows.csv”第 2 行第 1 列：“x”不是数。", Refused("1,0\nx,0\n"u8.ToArray()).Text.Chinese);

    private static UnusableInputException Refused(byte[] content) => Assert.Throws<UnusableInputException>(() =>
    {
        using CsvFile file = CsvFiles.Open(content);
        file.ReadTrainingSet(1, bias: false);
    });

    private static UnusableInputException RefusedPath(string path) =>
        Assert.Throws<UnusableInputException>(() => CsvFile.Open(path, CancellationToken.None));
}
