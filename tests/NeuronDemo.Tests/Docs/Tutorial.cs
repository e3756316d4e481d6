using System.Text.RegularExpressions;

namespace NeuronDemo.Tests.Docs;

/// <summary>The tutorial, in both languages.</summary>
internal static class Tutorial
{
    /// <summary>One paragraph (or line of a table) of each language contains all these numbers.</summary>
    public static void BothSay(params string[] numbers) =>
        Assert.All(["docs/tutorial.md", "docs/tutorial.zh.md"], name => Assert.True(
            Regex.Split(File.ReadAllText(Document.FullPath(name)), @"\n(?:\n|(?=[|-] ))")
                .Any(paragraph => numbers.All(number => Regex.IsMatch(paragraph, @$"(?<![\d.]){Regex.Escape(number)}(?!\.?\d)"))),
            $"{name} does not say {string.Join(", ", numbers)} in one place."));
}
