using NeuronDemo.Tests.Commands;

namespace NeuronDemo.Tests.Files;

/// <summary>Standard streams that are closed, full, or left by their reader, at the real program.</summary>
public sealed class StandardStreamsTests : IDisposable
{
    private readonly RealProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("neuron train --data - <&-", "Standard input is closed: nothing can be read there.")]
    [InlineData("neuron predict --model m.onnx --data - <&-", "Standard input is closed: nothing can be read there.")]
    [InlineData("neuron train >&-", "Standard output is closed: nothing can be written there.")]
    [InlineData("neuron train <&- >&-", "Standard output is closed: nothing can be written there.")]
    [InlineData("neuron train --save - >&-", "Standard output is closed: nothing can be written there.")]
    [InlineData("neuron plot-sigmoid --out - >&-", "Standard output is closed: nothing can be written there.")]
    [InlineData("neuron --help >&-", "Standard output is closed: nothing can be written there.")]
    [InlineData("neuron train >/dev/full", "Standard output can't be written: No space left on device")]
    [InlineData("neuron train --save - >/dev/full", "Standard output can't be written: No space left on device")]
    [InlineData("neuron train --save /dev/full", "'/dev/full' can't be written: No space left on device : '/dev/full'")]
    [InlineData("neuron train --json --save /dev/full", "'/dev/full' can't be written: No space left on device : '/dev/full'")]
    [InlineData("neuron train --out 1 2>&-", "")]
    [InlineData("neuron train --out 1 2>/dev/full", "")]
    [InlineData("neuron train --out 1 <&- >&- 2>&-", "")]
    public void What_can_not_be_read_or_written_is_told_in_a_line(string line, string error)
    {
        _program.Shell("neuron train --iterations 1 --save m.onnx");

        CommandRun run = _program.Shell(line);

        Assert.Equal((2, "", error), (run.ExitCode, run.Output, run.Error.TrimEnd('\n')));
        Assert.Equal(["m.onnx"], _program.Folder.Files);
    }

    [Fact]
    public void A_folder_for_temporary_files_that_is_none_is_told_as_what_it_is()
    {
        CommandRun run = _program.Shell("echo 1,1 | TMPDIR=/nowhere neuron train --data -");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("What can be read only once is kept in '/nowhere/', where nothing can be written: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("neuron train --iterations 5")]
    [InlineData("neuron train --iterations 5 2>&-")]
    [InlineData("neuron train --iterations 5 <&-")]
    [InlineData("neuron train --iterations 5 --step-size 1e6 2>/dev/full")]
    public void A_stream_that_is_not_needed_may_be_closed_or_full(string line) =>
        Assert.StartsWith("Random starting weights", _program.Shell(line).Output, StringComparison.Ordinal);

    [Fact]
    public void A_picture_needs_no_standard_output() =>
        Assert.Equal(new(0, "", ""), _program.Shell("neuron plot-sigmoid >&-"));

    [Fact]
    public void A_reader_that_goes_away_is_no_failure()
    {
        _program.Folder.WriteText("rows.csv", string.Concat(Enumerable.Repeat("1,0,1\n0,1,0\n", 20000)));

        CommandRun run = _program.Shell("(neuron train --data rows.csv --iterations 1 --json; echo $? >&2) | head -n 1");

        Assert.EndsWith("\n0\n", "\n" + run.Error, StringComparison.Ordinal);
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Standard_output_carries_nothing_but_what_was_asked_for()
    {
        CommandRun run = _program.Shell(
            """
            neuron train --save m.onnx >transcript || exit 11
            neuron train --save - >dash || exit 12
            neuron train --json --save /dev/stdout >device || exit 13
            neuron train --save /proc/self/fd/1 | cat >process || exit 14
            cmp m.onnx dash && cmp m.onnx device && cmp m.onnx process || exit 15
            neuron plot-sigmoid --out s.png || exit 16
            neuron plot-sigmoid --out - | cmp - s.png || exit 17
            neuron plot-sigmoid --out /dev/stdout | cmp - s.png || exit 18
            """);

        Assert.Equal(new(0, "", ""), run);
    }

    [Fact]
    public void A_file_in_the_place_of_a_stream_is_not_overwritten_by_results()
    {
        // Standard output's number is free, and the first file to be opened might take it.
        CommandRun run = _program.Shell("neuron train --save m.onnx >&-; neuron predict --model m.onnx 1 0 0");

        Assert.StartsWith("0.9999", run.Output, StringComparison.Ordinal);
    }
}
