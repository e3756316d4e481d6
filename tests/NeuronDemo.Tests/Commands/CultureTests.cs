using System.Globalization;

namespace NeuronDemo.Tests.Commands;

public sealed class CultureTests
{
    [Theory]
    [InlineData("train", "--iterations", "10")]
    [InlineData("train", "--json")]
    [InlineData("verify", "--tolerance", "0.0065")]
    public void Results_do_not_depend_on_the_culture(params string[] args)
    {
        CultureInfo foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "−";
        CommandRun expected = CommandRun.Of(args);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = foreign;

            Assert.Equal(expected, CommandRun.Of(args));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
