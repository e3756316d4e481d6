using NeuronDemo.Files;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Files;

public sealed class InputFileTests
{
    [Fact]
    public void A_file_is_opened_while_another_program_keeps_it_open()
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteText("a.csv", "1,1\n");
        using FileStream other = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        using FileStream file = InputFile.Open(path);

        Assert.Equal('1', file.ReadByte());
    }

    [Fact]
    public void What_is_no_file_is_refused_with_what_it_is()
    {
        using TemporaryFolder folder = new();
        string missing = folder.Path("missing.csv");

        Assert.Equal($"'{folder.Path("")}' is a folder; name a file in it.", Refusal(folder.Path("")));
        Assert.Equal($"There is no file '{missing}'.", Refusal(missing));
        Assert.Equal($"There is no file '{missing}/a'.", Refusal(missing + "/a"));
        Assert.Equal("The name of the file to read is empty.", Refusal(""));
    }

    [Fact]
    public void A_loop_of_links_is_called_what_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using TemporaryFolder folder = new();
        string path = folder.Path("loop.csv");
        File.CreateSymbolicLink(path, path);

        Assert.Contains("Too many levels of symbolic links", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_move_the_cursor_are_shown_escaped() =>
        Assert.Equal(@"There is no file 'a\x1B[2J\nb\u202Ec'.", Refusal("a\e[2J\nb\u202Ec"));

    private static string Refusal(string path) =>
        Assert.Throws<UnusableInputException>(() => InputFile.Open(path)).Text.English;
}
