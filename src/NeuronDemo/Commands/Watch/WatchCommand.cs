using System.CommandLine;
using System.Text;
using NeuronDemo.Commands.Options;
using NeuronDemo.Data;
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
            space pauses and resumes, the right arrow takes a single step
            up and down double and halve the speed
            + and - double and halve a fixed step size, also in the middle of the training
            h adds a neuron to the last hidden layer, and begins again
            r takes the next seed, and begins again
            q leaves, and prints the weights so far, as train does, and the command line that gives them
            """,
            """
            在终端里实时观看训练
            空格键暂停或继续，右方向键单步
            上下方向键使速度加倍或减半
            + 和 - 使固定的步长加倍或减半，训练中途也可以
            h 给最后一个隐藏层加一个神经元，从头开始
            r 换成下一个种子，从头开始
            q 退出，像 train 一样打印到此为止的权重，以及得到它们的命令
            """));
        learning.AddTo(command);
        command.SetAction(result =>
        {
            Require(session, learning.Data.ReadsStandardInput(result));
            using CsvFile? file = learning.Data.Open(result);
            Lesson lesson = learning.Read(result, file);
            WatchRun run = new(lesson, lesson.Data.HeldOut is null ? null : seed => learning.Data.Read(result, file, seed), session.Interrupted);
            using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
            Watch(session, run, learning.Data.WordsOf(result), AnsiConsole.Create(new()
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(output),
            }));
        });
        return command;
    }

    /// <summary>Shows a run on a terminal until the user leaves, then prints what was learned up to there, and how to do so again.</summary>
    internal static void Watch(Session session, WatchRun run, IReadOnlyList<string> data, IAnsiConsole terminal)
    {
        new WatchLoop(terminal, run, session.Language).Run(session.Interrupted);
        Outcome learned = run.SoFar;
        session.Tell(Diagnosis.Of(learned));
        session.Output.Write(Transcript.Of(learned, session.Language));
        session.Output.WriteLine("\n" + (run.IsMixed
            ? session.Say(
                "The step size was changed on the way, so no one command line gives the same; this takes the last one all the way:",
                "步长中途改过，没有一条命令能得到同样的结果；下面这条从头到尾用最后的步长：")
            : session.Say("The command line that gives the same:", "得到同样结果的命令：")));
        session.Output.WriteLine(SameAgain.Of(learned.Lesson, data));
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
