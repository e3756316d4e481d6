using System.CommandLine;
using System.Text;
using NeuronDemo.Commands.Options;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary><c>watch</c>: training live in the terminal.</summary>
internal static class WatchCommand
{
    public static Command Create(Session session)
    {
        LearningOptions learning = new(session);
        Command command = new("watch", session.Say(
            """
            Watch training live in the terminal
            space pauses and resumes, the right arrow takes a single step, up and down double
            and halve the speed, q leaves and prints the weights so far, as train does.
            """,
            """
            在终端里实时观看训练
            空格键暂停或继续，右方向键单步，上下方向键使速度加倍或减半，
            q 退出，并像 train 一样打印到此为止的权重。
            """));
        learning.AddTo(command);
        command.SetAction(result =>
        {
            Require(session, learning.Data.ReadsStandardInput(result));
            using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
            Watch(session, learning.Read(result), AnsiConsole.Create(new()
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(output),
            }));
        });
        return command;
    }

    /// <summary>Shows the lesson on a terminal until the user leaves, then prints what was learned up to there.</summary>
    internal static void Watch(Session session, Lesson lesson, IAnsiConsole terminal)
    {
        WatchRun run = new(lesson, session.Interrupted);
        new WatchLoop(terminal, run, session.Language).Run(session.Interrupted);
        Outcome learned = run.SoFar;
        session.Tell(Diagnosis.Of(learned));
        session.Output.Write(Transcript.Of(learned, session.Language));
    }

    private static void Require(Session session, bool readsStandardInput)
    {
        if (readsStandardInput)
        {
            throw new UnusableInputException(new(
                "watch reads keys from standard input and can't read data there too: name a file with --data, or use train.",
                "watch 从标准输入读取按键，不能同时从那里读取数据：请用 --data 指定文件，或改用 train。"));
        }

        if (!session.OutputIsTerminal)
        {
            throw new UnusableInputException(new(
                "watch shows training on a terminal, and standard output is not a terminal. Use train to have the result written there.",
                "watch 在终端上显示训练，而标准输出不是终端。要把结果写到那里，请用 train。"));
        }

        if (!session.InputIsTerminal)
        {
            throw new UnusableInputException(new(
                "watch reads keys from a terminal, and standard input is not a terminal. Use train to learn without looking on.",
                "watch 从终端读取按键，而标准输入不是终端。不需要观看时请用 train。"));
        }

        if (session.TerminalIsDumb)
        {
            throw new UnusableInputException(new(
                "watch needs a terminal that can move the cursor, and TERM says that this one can't. Use train, or set TERM.",
                "watch 需要能移动光标的终端，而 TERM 表明此终端不能。请用 train，或设置 TERM。"));
        }
    }
}
