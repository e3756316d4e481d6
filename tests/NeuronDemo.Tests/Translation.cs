using System.Text.RegularExpressions;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests;

/// <summary>What of a translation can be checked without understanding it.</summary>
internal static class Translation
{
    /// <summary>The Chinese text holds the numbers and quotations of the English one, and says about as much.</summary>
    public static void AssertComplete(Message message)
    {
        const string Quotation = @"(?<!\w)'(.*?)'(?!\w)";
        string words = Regex.Replace(message.English, Quotation, "");

        Assert.All(Regex.Matches(message.English, Quotation), quotation => Assert.Contains($"“{quotation.Groups[1]}”", message.Chinese, StringComparison.Ordinal));
        Assert.Equal(Numbers(message.English), Numbers(message.Chinese));
        Assert.True(message.Chinese.Count(c => c is >= '\u4E00' and <= '\u9FFF') >= Regex.Count(words, "[A-Za-z]+") / 2, message.Chinese);
    }

    private static IEnumerable<string> Numbers(string text) => Regex.Matches(text, "[0-9]+").Select(number => number.Value).Order(StringComparer.Ordinal);
}
