using NeuronDemo.Files;
using NeuronDemo.Messages;
using NeuronDemo.Tests.Commands;

namespace NeuronDemo.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private const string NoLinks = "Links need a privilege there.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_replaced_by_the_whole_new_one()
    {
        string path = _folder.WriteText("a.png", "old and longer");

        using (OutputFile file = new(path))
        {
            Assert.Equal("old and longer", File.ReadAllText(path));
            file.Write("new"u8.ToArray());
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["a.png"], _folder.Files);
    }

    [Fact]
    public void Until_it_is_written_nothing_of_a_file_is_on_the_disk()
    {
        string path = _folder.WriteText("a.png", "old");

        using (new OutputFile(path))
        {
            Assert.Equal(["a.png"], _folder.Files);
        }

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.png"], _folder.Files);
    }

    [Fact]
    public void An_interrupted_file_is_not_finished()
    {
        string path = _folder.WriteText("a.png", "old");
        using CancellationTokenSource interrupt = new();
        using OutputFile file = new(path, interrupt.Token);
        interrupt.Cancel();

        Assert.Throws<OperationCanceledException>(() => file.Write("new"u8.ToArray()));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.png"], _folder.Files);
    }

    [Fact]
    public void A_folder_that_vanishes_meanwhile_is_what_is_told()
    {
        string path = Path.Combine(Directory.CreateDirectory(_folder.Path("gone")).FullName, "a.png");
        using OutputFile file = new(path);
        Directory.Delete(_folder.Path("gone"));

        Assert.Equal($"The folder of '{path}' does not exist; create it first.", RefusalOf(() => file.Write("new"u8.ToArray())));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoLinks);
        string path = _folder.WriteText("a.png", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Mode);
        }

        File.CreateSymbolicLink(_folder.Path("link.png"), path);
        File.CreateSymbolicLink(_folder.Path("far.png"), "link.png");

        using (OutputFile file = new(_folder.Path("far.png")))
        {
            file.Write("new"u8.ToArray());
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(path, new FileInfo(_folder.Path("link.png")).LinkTarget);
        Assert.Equal(Mode, new FileInfo(path).UnixFileMode);
    }

    [Fact]
    public void A_link_to_what_is_not_there_yet_leads_to_the_new_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoLinks);
        File.CreateSymbolicLink(_folder.Path("link.png"), "a.png");

        using (OutputFile file = new(_folder.Path("link.png")))
        {
            file.Write("new"u8.ToArray());
        }

        Assert.Equal("new", File.ReadAllText(_folder.Path("a.png")));
    }

    [Fact]
    public void A_loop_of_links_is_called_what_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoLinks);
        string path = _folder.Path("loop.png");
        File.CreateSymbolicLink(path, path);

        Assert.StartsWith($"'{path}' can't be written: Too many levels of symbolic links", RefusalOf(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(240)]
    [InlineData(255)]
    public void A_name_may_be_as_long_as_the_system_allows(int length)
    {
        string name = "n".PadRight(length, 'n');
        using (OutputFile file = new(_folder.Path(name)))
        {
            file.Write("new"u8.ToArray());
        }

        Assert.Equal([name], _folder.Files);
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused_at_once() => RefusalOf(_folder.Path(new('n', 256)));

    [Fact]
    public void A_read_only_file_is_not_replaced()
    {
        string path = _folder.WriteText("a.png", "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        Assert.Equal($"'{path}' is read-only; make it writable or name another file.", RefusalOf(path));

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void No_name_or_a_folder_is_refused()
    {
        Assert.Equal("The name of the file to write is empty.", RefusalOf(""));
        Assert.Equal($"'{_folder.Path("")}' is a folder; name a file in it.", RefusalOf(_folder.Path("")));
        Assert.Equal($"'{_folder.Path("new/")}' is a folder; name a file in it.", RefusalOf(_folder.Path("new/")));
        Assert.Equal("The folder of 'a\\x1Bb/c' does not exist; create it first.", RefusalOf("a\eb/c"));
    }

    [Fact]
    public void What_is_read_is_not_written_whatever_its_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoLinks);
        using RealProgram program = new();
        program.Folder.WriteText("d.onnx", "1,0,1\n0,1,0\n");
        program.Shell("ln d.onnx hard.onnx; ln -s d.onnx soft.onnx; mkdir sub; ln -s ../d.onnx sub/up.onnx");

        foreach (string name in (string[])["d.onnx", "./d.onnx", "hard.onnx", "soft.onnx", "sub/up.onnx", "sub/../d.onnx"])
        {
            Assert.Equal(
                new(2, "", "'d.onnx' is also the file to write; name another file for one of both.\n"),
                program.Shell($"neuron train --data d.onnx --save {name}"));
            Assert.Equal(
                new(2, "", "Standard input is also the file to write; name another file for one of both.\n"),
                program.Shell($"neuron train --data - --save {name} <d.onnx"));
        }

        Assert.Equal("1,0,1\n0,1,0\n", File.ReadAllText(program.Folder.Path("d.onnx")));
    }

    [Fact]
    public void A_pipe_or_device_is_written_to_and_stays_what_it_is()
    {
        using RealProgram program = new();

        CommandRun run = program.Shell(
            """
            neuron train --save m.onnx >transcript || exit 11
            mkfifo pipe pipe.png
            cat pipe >copy & neuron train --save pipe | cmp - transcript || exit 12
            wait; cmp copy m.onnx && test -p pipe || exit 13
            cat pipe.png >copy & neuron plot-sigmoid --out pipe.png && wait && neuron plot-sigmoid --out s.png || exit 14
            cmp copy s.png && test -p pipe.png || exit 15
            ln -s /dev/null null.onnx
            neuron train --save null.onnx | cmp - transcript || exit 16
            test -c /dev/null && test -L null.onnx || exit 17
            neuron plot-sigmoid --out /dev/null && neuron train --save /dev/null >/dev/null || exit 18
            test -c /dev/null || exit 19
            """);

        Assert.Equal(new(0, "", ""), run);
    }

    [Fact]
    public void In_a_folder_that_no_longer_exists_nothing_can_be_written()
    {
        using RealProgram program = new();

        Assert.Equal(
            new(2, "", "The current folder no longer exists.\n"),
            program.Shell("mkdir gone && cd gone && rmdir ../gone && neuron plot-sigmoid"));
    }

    [Fact]
    public void A_word_that_begins_with_an_at_sign_is_a_name()
    {
        using RealProgram program = new();

        CommandRun saved = program.Shell("neuron train --save @m.onnx >transcript && neuron predict --model @m.onnx 1 0 0");
        CommandRun wrong = program.Shell("neuron train @/dev/zero");

        Assert.StartsWith("0.9999", saved.Output, StringComparison.Ordinal);
        Assert.StartsWith("'@/dev/zero' belongs to no option.", wrong.Error, StringComparison.Ordinal);
    }

    private static string RefusalOf(string path) => RefusalOf(() => new OutputFile(path).Dispose());

    private static string RefusalOf(Action write) => Assert.Throws<UnusableInputException>(write).Text.English;
}
