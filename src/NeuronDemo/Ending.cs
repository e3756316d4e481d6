using NeuronDemo.Commands;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo;

/// <summary>How a command ended: its exit code, and what there is to say of it on standard error.</summary>
internal sealed record Ending(int ExitCode, Message? Text)
{
    /// <summary>The user has interrupted what can't say how far it has come.</summary>
    public static Ending Interrupted { get; } = new(ExitCodes.Interrupted, new("Interrupted.", "已中断。"));

    private static Ending LittleMemory { get; } = new(ExitCodes.UnusableInput, new(
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
        return Ofs<UnusableInputException>().FirstOrDefault() is { } unusable ? new(ExitCodes.UnusableInput, unusable.Text)
            : Ofs<TrainingCanceledException>().FirstOrDefault() is { } training ? AfterIterations(training.Iteration)
            : Ofs<OperationCanceledException>().Any() ? Interrupted
            : causes.Any(IsLittleMemory) ? LittleMemory
            : Ofs<DllNotFoundException>().FirstOrDefault() is { } library ? WithoutLibrary(library)
            : Unforeseen(causes[0]);

        IEnumerable<T> Ofs<T>() => causes.OfType<T>();
    }

    /// <summary>The same, and that files could not be removed.</summary>
    public Ending And(IReadOnlyList<string> left) => left.Count == 0 ? this : this with
    {
        Text = new(
            $"{Text?.English}\nDelete it yourself, it can't be deleted: '{left[0]}'".TrimStart(),
            $"{Text?.Chinese}\n无法删除，请自行删除：“{left[0]}”".TrimStart()),
    };

    /// <summary>Tells the user, as far as he can be told.</summary>
    public void Tell(Session session)
    {
        if (Text is not null)
        {
            // On a terminal over the ^C that it echoes. No character that moves the cursor gets there, whatever is quoted.
            string start = ExitCode == ExitCodes.Interrupted && session.ErrorIsTerminal ? "\r" : "";
            session.Error.WriteLine(start + string.Join('\n', session.Say(Text).Split('\n').Select(Excerpt.Name)));
        }
    }

    private static IEnumerable<Exception> CausesOf(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: var several } => several.SelectMany(CausesOf),
        TypeInitializationException or TaskSchedulerException when exception.InnerException is { } cause => CausesOf(cause),
        _ => [exception],
    };

    private static Ending AfterIterations(int iterations) => new(ExitCodes.Interrupted, new(
        $"Interrupted after {iterations} iterations.", $"已中断，共完成 {iterations} 次迭代。"));

    // .NET says it of a library by the first number, the system's calls say it by the second.
    private static bool IsLittleMemory(Exception exception) => exception is OutOfMemoryException
        || exception.HResult == unchecked((int)0x8007000E)
        || exception is IOException { HResult: 12 };

    private static Ending WithoutLibrary(DllNotFoundException exception)
    {
        // A line for each place that was looked in. What is there and can't be loaded has another reason.
        string? reason = exception.Message.Split('\n').Skip(1)
            .FirstOrDefault(line => line.Contains("libSkiaSharp", StringComparison.Ordinal) && !line.Contains("No such file", StringComparison.Ordinal));
        return new(ExitCodes.UnusableInput, reason is null
            ? new(
                $"Pictures need the library libSkiaSharp that comes with the program; keep it beside it in '{AppContext.BaseDirectory}'.",
                $"绘图需要随程序提供的 libSkiaSharp；请把它与程序一起放在“{AppContext.BaseDirectory}”。")
            : new(
                $"A library that pictures need can't be loaded: {reason.Trim()}.", $"无法加载绘图所需的库：{reason.Trim()}。"));
    }

    private static Ending Unforeseen(Exception exception)
    {
        string what = $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        return new(ExitCodes.OwnMistake, new(
            $"This is a mistake of the program's own, not yours; please report it with the command that led to it.\n{what}",
            $"这是程序自身的错误，不是您的问题；请连同所用的命令一起反馈。\n{what}"));
    }
}
