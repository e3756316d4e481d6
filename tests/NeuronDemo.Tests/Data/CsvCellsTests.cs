using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using NeuronDemo.Data;

namespace NeuronDemo.Tests.Data;

public sealed class CsvCellsTests
{
    private static readonly Gen<string> Digits = Gen.OneOf("0123456789".ToCharArray()).Array[0, 22].Select(digits => new string(digits));

    /// <summary>Numbers as programs and people write them, numbers between two doubles, and what only begins like a number.</summary>
    private static readonly Gen<string> Cells = Gen.OneOf(
        Gen.Double.Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Double, Gen.Int[1, 25], (number, digits) => number.ToString("E" + digits, CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[0, 20], (number, digits) => number.ToString("F" + digits, CultureInfo.InvariantCulture)),
        from sign in Gen.OneOf("", "-", "+")
        from whole in Digits
        from point in Gen.OneOf("", ".")
        from fraction in Digits
        from exponent in Gen.OneOf("", "", "e5", "E-7", "e+30", "e-320", "e308", "e", "e+", "E400")
        select sign + whole + point + fraction + exponent,
        Gen.Select(Gen.Long[1L << 52, (1L << 53) - 1], Gen.OneOf("", "0", "0000001"), (bits, rest) => BetweenDoubles(bits) + rest),
        Gen.String[Gen.OneOf("0123456789+-.eE naif_x,\u00A0".ToCharArray()), 0, 8]);

    [Fact]
    public void A_cell_is_a_number_if_NET_says_so_and_the_same_one_to_the_last_bit() => Cells.Sample(
        cell =>
        {
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected) && double.IsFinite(expected);
            CsvCells cells = new(Encoding.UTF8.GetBytes(cell + ";x"), (byte)';', line: 1);

            if (cells.TryReadNumber(out double number))
            {
                Assert.True(isNumber);
                Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(number));
                Assert.Equal("x"u8, cells.Rest);
            }
            else
            {
                Assert.True(!isNumber || char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]), cell);
                Assert.Equal(Encoding.UTF8.GetBytes(cell), cells.Read());
            }
        },

        // The environment variable CsCheck_Iter asks for more.
        iter: Math.Max(20_000, Check.Iter));

    // A number of 1 to 2 half-way between neighbours: (2 bits + 1) / 2^53. Only its last digit tells how to round.
    private static string BetweenDoubles(long bits) =>
        (((2 * new BigInteger(bits)) + 1) * BigInteger.Pow(5, 53)).ToString(CultureInfo.InvariantCulture).Insert(1, ".");
}
