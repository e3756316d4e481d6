using NeuronDemo.Commands;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo;

/// <summary>How a command ended: its exit code, and what there is to say of it on standard error.</summary>
internal sealed record Ending(int ExitCode, Message? Text)
{
    private const int UnusableInput = 2;
    private const int OwnMistake = 70;
    private const int InterruptedCode = 130;

    /// <summary>The user has interrupted what can't say how far it has come.</summary>
    public static Ending Interrupted { get; } = new(InterruptedCode, new("Interrupted.", "已中断。"));

    private static Ending LittleMemory { get; } = new(UnusableInput, new(
        "There is not enough memory for this; take fewer rows or neurons, or a smaller picture.", "内存不足；请减少行数或神经元，或缩小图片。"));

    /// <summary>Runs a command to its end.</summary>
    public static Ending Of(Func<int> command)
    {
        try
        {
            return new(command(), null);
        }
        catch (Exception exception) when (Of(exception) is { } ending)
        {
            return ending;
        }
    }

    /// <summary>What an exception means to the user.</summary>
    public static Ending Of(Exception exception)
    {
        // Where several threads fail, the first cause that can be named is told.
        Exception[] causes = [.. CausesOf(exception)];
        return Ofs<UnusableInputException>().FirstOrDefault() is { } unusable ? new(UnusableInput, unusable.Text)
            : Ofs<TrainingCanceledException>().FirstOrDefault() is { } training ? AfterIterations(training.Iteration)
            : Ofs<OperationCanceledException>().Any() ? Interrupted
            : Ofs<OutOfMemoryException>().Any() ? LittleMemory
            : Ofs<DllNotFoundException>().Any() ? LibrariesMissing()
            : Unforeseen(causes[0]);

        IEnumerable<T> Ofs<T>() => causes.OfType<T>();
    }

    /// <summary>Tells the user, as far as he can be told.</summary>
    public void Tell(Session session)
    {
        if (Text is not null)
        {
            // On a terminal over the ^C that it echoes. No character that moves the cursor gets there, whatever is quoted.
            session.Error.Write(ExitCode == InterruptedCode && session.ErrorIsTerminal ? "\r" : "");
            session.Error.WriteLine(string.Join('\n', session.Say(Text).Split('\n').Select(Excerpt.Name)));
        }
    }

    private static IEnumerable<Exception> CausesOf(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: var several } => several.SelectMany(CausesOf),
        TypeInitializationException { InnerException: { } cause } => CausesOf(cause),
        _ => [exception],
    };

    private static Ending AfterIterations(int iterations) => new(InterruptedCode, new(
        $"Interrupted after {iterations} iterations.", $"已中断，共完成 {iterations} 次迭代。"));

    private static Ending LibrariesMissing() => new(UnusableInput, new(
        $"Pictures need the libraries that come with the program, libSkiaSharp and libHarfBuzzSharp; keep them beside it in '{AppContext.BaseDirectory}'.",
        $"绘图需要随程序提供的 libSkiaSharp 和 libHarfBuzzSharp；请把它们与程序一起放在“{AppContext.BaseDirectory}”。"));

    private static Ending Unforeseen(Exception exception)
    {
        string what = $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        return new(OwnMistake, new(
            $"This is a mistake of the program's own, not yours; please report it with the command that led to it.\n{what}",
            $"这是程序自身的错误，不是您的问题；请连同所用的命令一起反馈。\n{what}"));
    }
}
