using NeuronDemo.Files;

namespace NeuronDemo.Tests.Files;

public sealed class OutputFileTests
{
    [Fact]
    public void A_file_is_replaced_by_the_whole_new_one()
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteText("a.png", "old and longer");

        using (OutputFile file = new(path))
        {
            Assert.Equal("old and longer", File.ReadAllText(path));
            file.Write("new"u8.ToArray());
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["a.png"], folder.Files);
    }

    [Fact]
    public void Work_that_is_given_up_leaves_everything_as_it_was()
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteText("a.png", "old");

        using (new OutputFile(path))
        {
            Assert.Equal(2, folder.Files.Count());
        }

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.png"], folder.Files);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using TemporaryFolder folder = new();
        string path = folder.WriteText("a.png", "old");
        File.CreateSymbolicLink(folder.Path("link.png"), path);

        using (OutputFile file = new(folder.Path("link.png")))
        {
            file.Write("new"u8.ToArray());
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(path, new FileInfo(folder.Path("link.png")).LinkTarget);
    }
}
