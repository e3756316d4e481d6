using NeuronDemo.Data;
using NeuronDemo.Messages;

namespace NeuronDemo.Commands.Options;

/// <summary>Suggests the names of a file's columns to somebody who presses Tab, one name after the other with commas between.</summary>
internal static class ColumnNames
{
    // A pipe may never say anything.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What the word may become.</summary>
    /// <param name="word">What is typed so far.</param>
    /// <param name="file">What <c>--data</c> names, if anything.</param>
    public static IEnumerable<string> Complete(string word, string? file)
    {
        string before = word[..(word.LastIndexOf(',') + 1)];
        string[] named = before.Split(',');
        return NamesOf(file).Where(name => !named.Contains(name)).Select(name => before + name);
    }

    private static IEnumerable<string> NamesOf(string? file)
    {
        if (file is null or "-")
        {
            return [];
        }

        using CancellationTokenSource patience = new(Patience);
        try
        {
            return CsvFile.ColumnNamesOf(file, patience.Token).Where(name => name.Length > 0 && !name.Any(char.IsControl)).Distinct();
        }
        catch (Exception exception) when (exception is UnusableInputException or OperationCanceledException)
        {
            // What is wrong with it will be told when it is read.
            return [];
        }
    }
}
