using System.Globalization;
using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Data;

public sealed class CsvFileTests
{
    private const string Letters = "abcxyz ÄöΣ权重\"',;\t.#-";

    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Double.Where(double.IsFinite),
        Gen.Double[-1, 1],
        Gen.Int[-1000, 1000].Select(n => n / 8.0),
        Gen.OneOf(0, -0.0, 1, double.Epsilon, double.MaxValue, double.MinValue));

    /// <summary>Tables, each written in one of the ways in which spreadsheets and programs write them.</summary>
    private static readonly Gen<(double[][] Numbers, string[]? Names, string Content)> Tables =
        from rows in Gen.Int[1, 30]
        from columns in Gen.Int[1, 12]
        from numbers in Numbers.Array[columns].Array[rows]
        from formats in Gen.OneOf("R", "E16", "G17", "+").Array[rows * columns]
        from blanks in Gen.OneOf("", "", " ", "  ").Array[rows * columns]
        from quoted in Gen.Bool.Array[rows * columns]
        from names in Gen.String[Gen.OneOf(Letters.ToCharArray()), 0, 12].Select(name => "n" + name.TrimEnd()).Array[columns]
        from hasHeader in Gen.Bool
        from separator in Gen.OneOf(',', ';', '\t')
        from lineEnd in Gen.OneOf("\n", "\r\n")
        from blankLines in Gen.OneOf("", "", "*", "  *").Array[rows + 2]
        from hasByteOrderMark in Gen.Bool
        from endsInLineEnd in Gen.Bool
        select (numbers, hasHeader ? names : null, Write(
            numbers, hasHeader ? names : null, formats, blanks, quoted, separator,
            [.. blankLines.Select(line => line.Replace("*", lineEnd, StringComparison.Ordinal))], lineEnd, hasByteOrderMark, endsInLineEnd));

    [Fact]
    public void A_table_reads_back_bit_for_bit_however_it_is_written() => Tables.Sample(table =>
    {
        using CsvFile file = CsvFiles.Open(Encoding.UTF8.GetBytes(table.Content));
        Matrix<double> read = file.ReadMatrix(CancellationToken.None);

        Assert.Equal(table.Names, file.ColumnNames);
        Assert.Equal(
            table.Numbers.SelectMany(row => row).Select(BitConverter.DoubleToInt64Bits),
            read.ToRowMajorArray().Select(BitConverter.DoubleToInt64Bits));
    });

    [Fact]
    public void The_last_columns_are_targets()
    {
        TrainingSet data = CsvFiles.ReadTrainingSet("a,b,\"c\nd\",e\n1,2,0.25,1\n3,4,0,0.5\n", targets: 2);

        Assert.Equal([1, 2, 3, 4], data.Inputs.ToRowMajorArray());
        Assert.Equal([0.25, 1, 0, 0.5], data.Targets.ToRowMajorArray());
        Assert.Equal(["a", "b"], data.InputNames);
        Assert.Equal(["c d", "e"], data.TargetNames);
    }

    [Theory]
    [InlineData("1;0", 1, 0)]
    [InlineData("1\n5", 1, 5)]
    [InlineData("\"a\nb\";c\n1;0\n", 1, 0)]
    public void A_table_may_be_as_short_as_it_likes(string content, double first, double last) =>
        Assert.Equal([first, last], CsvFiles.ReadMatrix(content).ToRowMajorArray());

    [Fact]
    public void A_table_may_be_a_single_digit() => Assert.Equal([5], CsvFiles.ReadMatrix("5").ToRowMajorArray());

    [Fact]
    public void Names_lose_the_blanks_around_them_and_some_may_be_empty() =>
        Assert.Equal(["a", "", "c d"], CsvFiles.ReadTrainingSet(" a,,\" c\nd \",t\n1,2,3,0\n").InputNames);

    [Fact]
    public void A_stream_may_give_its_bytes_one_by_one()
    {
        using CsvFile file = CsvFile.Open(CsvFiles.Name, new Trickle("a,b\n1,0\n25,1\n"u8.ToArray()), CancellationToken.None);

        Assert.Equal([1, 0, 25, 1], file.ReadMatrix(CancellationToken.None).ToRowMajorArray());
    }

    [Fact]
    public void A_file_that_another_program_keeps_open_can_be_read()
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteText("rows.csv", "1,0\n");
        using FileStream other = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

        using CsvFile file = CsvFile.Open(path, CancellationToken.None);

        Assert.Equal([1, 0], file.ReadMatrix(CancellationToken.None).ToRowMajorArray());
    }

    [Fact]
    public void A_pipe_can_be_read_by_its_path()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux gives an anonymous pipe a path.");
        using AnonymousPipeServerStream pipe = new(PipeDirection.Out);
        pipe.Write("1,0\n2,1\n"u8);
        string path = $"/proc/self/fd/{pipe.GetClientHandleAsString()}";
        _ = Task.Delay(20).ContinueWith(_ => pipe.Dispose(), TaskScheduler.Default);

        using CsvFile file = CsvFile.Open(path, CancellationToken.None);

        Assert.Equal([1, 0, 2, 1], file.ReadMatrix(CancellationToken.None).ToRowMajorArray());
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void What_is_kept_of_a_stream_has_no_name_and_is_for_nobody_else_to_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists a process's files.");

        using CsvFile file = CsvFiles.Open("1,0\n"u8.ToArray());

        // Other tests' files may be among them.
        string[] kept =
        [
            .. from handle in new DirectoryInfo("/proc/self/fd").GetFiles()
               let target = handle.LinkTarget ?? ""
               where target.StartsWith(Path.GetTempPath(), StringComparison.Ordinal) && target.EndsWith(" (deleted)", StringComparison.Ordinal)
               select handle.FullName,
        ];
        Assert.Contains(kept, file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Numbers_have_a_decimal_point_in_every_culture()
    {
        CultureInfo foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "~";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = foreign;

            Assert.Equal([-1.5, 2.5e-3], CsvFiles.ReadMatrix("-1.5;+2.5E-3\n").ToRowMajorArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("thirty,1,0", "fifty,1,0", "'rows.csv', line 30032, column 1: 'thirty' is not a number.")]
    [InlineData("30", "50", "'rows.csv', line 30032: 1 cell, where the first line has 3.")]
    [InlineData("1,2,\"\n\"", "1,2,\"", "'rows.csv', line 50053, column 3: the quote that opens the cell is not closed at its end.")]
    public void Neither_the_numbers_nor_the_first_problem_depend_on_the_number_of_threads(string early, string late, string problem)
    {
        // Some megabytes: several pieces, with blank lines and two bad rows far apart.
        StringBuilder good = new("a,b,c\n");
        StringBuilder bad = new("a,b,c\n");
        for (int row = 0; row < 60_000; row++)
        {
            string numbers = string.Create(CultureInfo.InvariantCulture, $"{row}.123456789,{Math.Sin(row):R},{row % 2}");
            string blank = row % 1000 == 0 ? "\n" : "";
            good.Append(numbers).Append('\n').Append(blank);
            bad.Append(row switch { 30_000 => early, 50_000 => late, _ => numbers }).Append('\n').Append(blank);
        }

        double[] numbersRead = Read(good, threads: 1);

        Assert.Equal(60_000 * 3, numbersRead.Length);
        Assert.Equal(59_999.123456789, numbersRead[59_999]);
        Assert.All([2, 8], threads => Assert.True(numbersRead.AsSpan().SequenceEqual(Read(good, threads))));
        Assert.All([1, 2, 8], threads => Assert.Equal(problem, Assert.Throws<UnusableInputException>(() => Read(bad, threads)).Message));

        static double[] Read(StringBuilder content, int threads)
        {
            using CsvFile file = CsvFiles.Open(Encoding.UTF8.GetBytes(content.ToString()));
            file.Threads = threads;
            return file.ReadMatrix(CancellationToken.None).ToColumnMajorArray();
        }
    }

    [Fact]
    public void Reading_can_be_cancelled_while_the_stream_is_silent()
    {
        using SilentPipe pipe = new();
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => CsvFile.Open("pipe", pipe.Reader, soon.Token));
    }

    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..1], cancellationToken);
    }

    private static string Write(
        double[][] numbers, string[]? names, string[] formats, string[] blanks, bool[] quoted, char separator,
        string[] blankLines, string lineEnd, bool hasByteOrderMark, bool endsInLineEnd)
    {
        StringBuilder text = new(hasByteOrderMark ? "\uFEFF" : "");
        text.Append(blankLines[^1]);
        if (names is not null)
        {
            text.AppendJoin(separator, names.Select(name => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append(lineEnd);
        }

        int cell = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            text.Append(blankLines[row]);
            for (int column = 0; column < numbers[row].Length; column++, cell++)
            {
                double value = numbers[row][column];
                string number = formats[cell] == "+"
                    ? (double.IsNegative(value) ? "" : "+") + value.ToString("e16", CultureInfo.InvariantCulture)
                    : value.ToString(formats[cell], CultureInfo.InvariantCulture);
                string padded = blanks[cell] + number + blanks[^(cell + 1)];
                text.Append(column == 0 ? "" : separator).Append(quoted[cell] ? $"\"{padded}\"" : padded);
            }

            text.Append(lineEnd);
        }

        text.Append(blankLines[^2]);
        return endsInLineEnd ? text.ToString() : text.ToString().TrimEnd('\r', '\n', ' ');
    }
}
