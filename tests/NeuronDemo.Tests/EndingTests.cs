using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Tests;

public sealed class EndingTests
{
    [Fact]
    public void Whatever_threads_meet_together_is_told_by_its_cause()
    {
        Assert.Equal(130, Ending.Of(new AggregateException(new OperationCanceledException(), new OperationCanceledException())).ExitCode);
        Assert.Equal(
            "Interrupted after 7 iterations.",
            Ending.Of(new AggregateException(new OperationCanceledException(), new TrainingCanceledException(7))).Text?.English);
        Assert.Contains(
            "not enough memory",
            Ending.Of(new AggregateException(new AggregateException(new InsufficientMemoryException()))).Text!.English, StringComparison.Ordinal);
        Assert.Equal(
            (2, "why"),
            EnglishOf(new AggregateException(new OperationCanceledException(), new UnusableInputException(new("why", "为何")))));
    }

    [Fact]
    public void Memory_is_named_where_the_system_has_none_for_a_thread_or_a_library()
    {
        Ending thread = Ending.Of(new TaskSchedulerException(new InsufficientMemoryException()));
        Ending system = Ending.Of(new TypeInitializationException("A", new IOException("Cannot allocate memory", 12)));

        Assert.Equal(thread, system);
        Assert.Equal(
            (2, "A library that pictures need can't be loaded: /a/libSkiaSharp.so: cannot map zero-fill pages."),
            EnglishOf(new DllNotFoundException(
                "Unable to load shared library 'libSkiaSharp' or one of its dependencies.\n/b/libSkiaSharp.so: cannot open shared object file: No such file or directory\n/a/libSkiaSharp.so: cannot map zero-fill pages\n")));
    }

    [Fact]
    public void A_library_that_is_nowhere_is_asked_for() =>
        Assert.StartsWith(
            "Pictures need the library libSkiaSharp",
            EnglishOf(new TypeInitializationException("SkiaSharp", new DllNotFoundException(
                "Unable to load shared library 'libSkiaSharp'.\n/b/libSkiaSharp.so: cannot open shared object file: No such file or directory\n"))).Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_mistake_of_the_programs_own_is_called_so_in_two_lines()
    {
        Ending ending = Ending.Of(() => throw new InvalidOperationException("first\nsecond"));

        Assert.Equal(70, ending.ExitCode);
        Assert.Equal(
            "This is a mistake of the program's own, not yours; please report it with the command that led to it.\nInvalidOperationException: first second",
            ending.Text?.English);
        Assert.EndsWith("\nInvalidOperationException: first second", ending.Text?.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_can_not_be_deleted_is_named_beside_how_it_ended()
    {
        Assert.Equal("Interrupted.\nDelete it yourself, it can't be deleted: 'a.tmp'", Ending.Interrupted.And(["a.tmp"]).Text?.English);
        Assert.Equal("Delete it yourself, it can't be deleted: 'a.tmp'", new Ending(0, null).And(["a.tmp"]).Text?.English);
        Assert.Same(Ending.Interrupted, Ending.Interrupted.And([]));
    }

    private static (int ExitCode, string Text) EnglishOf(Exception exception) =>
        (Ending.Of(exception).ExitCode, Ending.Of(exception).Text!.English);
}
