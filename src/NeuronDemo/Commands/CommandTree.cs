using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using NeuronDemo.Commands.Explain;
using NeuronDemo.Commands.Options;
using NeuronDemo.Commands.Verify;
using NeuronDemo.Commands.Watch;

namespace NeuronDemo.Commands;

/// <summary>The command line: the root and its verbs.</summary>
internal static class CommandTree
{
    public static RootCommand Build(Session session)
    {
        RootCommand root = new(session.Say(
            "One neuron, completely understood: the NumPy tutorial's sigmoid neuron in C#, number for number.",
            "彻底弄懂一个神经元：用 C# 分毫不差地重现 NumPy 教程里的 sigmoid 神经元。"))
        {
            TrainCommand.Create(session),
            VerifyCommand.Create(session),
            PlotSigmoidCommand.Create(session),
            PlotNeuronCommand.Create(session),
            PlotTrainingCommand.Create(session),
            PlotDescentCommand.Create(session),
            PlotDecisionCommand.Create(session),
            PageCommand.Create(session),
            ExplainCommand.Create(session),
            WatchCommand.Create(session),
            PredictCommand.Create(session),
        };
        root.HelpName = "neuron-demo";
        root.Add(LanguageChoice.CreateOption(session));

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Description = session.Say("Show this help", "显示本帮助");
        help.Action = new TranslatedHelp(session, (HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Description = session.Say("Show the version", "显示版本号");
        root.Directives.OfType<SuggestDirective>().Single().Action = new TabCompletion();
        root.SetAction(result => help.Action is TranslatedHelp action ? action.Invoke(result) : 0);
        return root;
    }
}
