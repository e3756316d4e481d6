using NeuronDemo.Commands.Watch;
using NeuronDemo.Messages;
using NeuronDemo.Tests.Commands.Watch;

namespace NeuronDemo.Tests.Docs;

public sealed class WatchShownTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public void The_screen_of_watch_is_shown_as_it_is(string name)
    {
        Document document = new(name);
        ShownCommand shown = document.Commands().Single(command => command.Line == "neuron-demo watch");

        WatchRun run = new(Watched.TruthTable());
        while (run.Iteration < 100)
        {
            run.Advance(TimeSpan.FromSeconds(1.0 / run.Speed), Watched.NoLimit);
        }

        string[] screen = Watched.Screen(run, height: 23, language: document.IsChinese ? Language.Chinese : Language.English);

        string printed = string.Join('\n', screen.Select(line => line.TrimEnd()));
        Assert.True(shown.Shows(printed), printed);
    }
}
