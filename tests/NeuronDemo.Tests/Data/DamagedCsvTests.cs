using System.Text;
using CsCheck;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Data;

public sealed class DamagedCsvTests
{
    private static readonly byte[][] Sound =
    [
        .. new[]
        {
            "a,b,c\n1,2,0\n3.5,-4e-2,1\n",
            "\uFEFF\"a b\";\"c\"\r\n\"1\";\"0.25\"\r\n\r\n2;1\r\n",
            "1\t0\n 2 \t1\n\n",
            "\"权\n重\",\"t\"\n1,1\n0,0",
            string.Concat(Enumerable.Repeat("0.12345678901234567,0.5,\"1\",1e-5,0\n", 20)),
        }.Select(Encoding.UTF8.GetBytes),
    ];

    // The bytes that mean something to a CSV reader, more often than all others.
    private static readonly Gen<byte> Bytes = Gen.OneOf(Gen.OneOf("\"\"\",;\t\r\n\n0-+.e# "u8.ToArray()), Gen.Byte);

    private static readonly Gen<byte[]> Damaged =
        from sound in Gen.OneOf(Sound)
        from damages in Gen.Select(Gen.Int[0, 800], Gen.Int[0, 3], Bytes.Array[0, 3]).Array[1, 4]
        select damages.Aggregate(sound, (bytes, damage) =>
        {
            int at = damage.Item1 % (bytes.Length + 1);
            int removed = Math.Min(damage.Item2, bytes.Length - at);
            return [.. bytes[..at], .. damage.Item3, .. bytes[(at + removed)..]];
        });

    [Fact]
    public void A_damaged_file_is_read_or_refused() => Damaged.Sample(
        bytes =>
        {
            try
            {
                using CsvFile file = CsvFiles.Open(bytes);
                TrainingSet data = file.ReadTrainingSet(1, bias: false);

                Assert.Equal((file.RowCount, file.ColumnCount - 1), (data.Inputs.RowCount, data.InputColumns.Count));
                Assert.True(data.Inputs.ForAll(double.IsFinite));
                Assert.True(data.Targets.ForAll(target => target is >= 0 and <= 1));
            }
            catch (UnusableInputException refused)
            {
                Assert.StartsWith("'rows.csv'", refused.Text.English, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', refused.Text.English);
            }
        },

        // The environment variable CsCheck_Iter asks for more.
        iter: Math.Max(3000, Check.Iter));
}
