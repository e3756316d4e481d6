using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Text;

namespace NeuronDemo.Tests.Text;

public sealed class NumpyTextTests
{
    /// <summary>Numbers for each notation and each way to round.</summary>
    private static readonly Gen<double>[] Kinds =
    [
        Gen.Double.Where(double.IsFinite),
        Gen.Double[0.5, 100],
        Gen.Double[-1, 1],
        Gen.Double[3e7, 99_999_999], // about as far apart as the eighth decimal
        Gen.Int[-99_999, 99_999].Select(hundredths => hundredths / 100.0),
        Gen.Int[1000, 99_999].Select(n => (n + 0.5) / 256), // halfway between two numbers of eight decimals
        Gen.Long[0, 1L << 52].Select(BitConverter.Int64BitsToDouble), // subnormal
    ];

    /// <summary>Matrices of one kind of number, small enough to be printed whole.</summary>
    private static readonly Gen<Matrix<double>> WholeMatrices =
        from rows in Gen.Int[1, 40]
        from columns in Gen.Int[1, 25]
        from numbers in Gen.OneOf(Array.ConvertAll(Kinds, kind => kind.Array2D[rows, columns]))
        select Matrix<double>.Build.DenseOfArray(numbers);

    /// <summary>Arrays and their texts, written by NumPy with <c>Golden/numpy_text.py</c>.</summary>
    private static readonly Dictionary<string, JsonNode> Golden =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "numpy-text.json")))!["cases"]!
            .AsArray()
            .ToDictionary(entry => (string)entry!["name"]!, entry => entry!);

    public static TheoryData<string> GoldenNames => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(GoldenNames))]
    public void Text_is_what_NumPy_prints(string name)
    {
        string text = NumpyText.Format(ReadMatrix(Golden[name]["array"]!));

        Assert.Equal((string)Golden[name]["text"]!, text);
    }

    [Fact]
    public void Texts_of_golden_json_are_what_NumPy_prints() =>
        Assert.All(Tests.Golden.Numbers.Text, entry => Assert.Equal(entry.Text, NumpyText.Format(Tests.Golden.Matrix(entry.Array))));

    [Fact]
    public void Numbers_read_back_to_the_printed_precision() =>
        WholeMatrices.Sample(matrix =>
        {
            string text = NumpyText.Format(matrix);

            string[] words = text.Split([' ', '\n', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
            double[] numbers = matrix.ToRowMajorArray();
            Assert.Equal(numbers.Length, words.Length);
            foreach ((double number, string word) in numbers.Zip(words))
            {
                Assert.Equal(number, Parse(word), HalfUnitOfEighthDecimal(word) + Spacing(number));
            }
        });

    [Fact]
    public void No_line_is_longer_than_75_characters() =>
        WholeMatrices.Sample(matrix =>
        {
            string text = NumpyText.Format(matrix);

            Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 1, 75));
        });

    [Fact]
    public void The_current_culture_does_not_change_the_text()
    {
        CultureInfo foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "~";
        foreign.NumberFormat.PositiveSign = "^";
        Matrix<double> positional = Matrix<double>.Build.DenseOfRowMajor(1, 3, [-0.5, 0.123456789, double.NaN]);
        Matrix<double> scientific = Matrix<double>.Build.DenseOfRowMajor(1, 3, [-1e-5, 1.5, 5e-324]);

        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = foreign;

            Assert.Equal("[[-0.5         0.12345679         nan]]", NumpyText.Format(positional));
            Assert.Equal("[[-1.0e-005  1.5e+000  4.9e-324]]", NumpyText.Format(scientific));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_missing_matrix_is_refused() =>
        Assert.Throws<ArgumentNullException>("matrix", () => NumpyText.Format(null!));

    private static Matrix<double> ReadMatrix(JsonNode rows) =>
        Matrix<double>.Build.DenseOfRows(rows.AsArray().Select(row => row!.AsArray().Select(ReadNumber)));

    private static double ReadNumber(JsonNode? number) =>
        number!.GetValueKind() == JsonValueKind.Number
            ? (double)number
            : (string)number! switch
            {
                "nan" => double.NaN,
                "inf" => double.PositiveInfinity,
                "-inf" => double.NegativeInfinity,
                string other => throw new FormatException($"'{other}' is not a number."),
            };

    private static double HalfUnitOfEighthDecimal(string word)
    {
        int exponent = word.Contains('e', StringComparison.Ordinal) ? (int)Parse(word.Split('e')[1]) : 0;
        return Parse($"5e{exponent - 9}");
    }

    /// <summary>The distance to the next number below: by at most so much does parsing round.</summary>
    private static double Spacing(double number) => Math.Abs(number) - Math.BitDecrement(Math.Abs(number));

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
