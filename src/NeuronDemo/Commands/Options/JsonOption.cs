using System.CommandLine;

namespace NeuronDemo.Commands.Options;

/// <summary><c>--json</c>, the same on every command that has it.</summary>
internal static class JsonOption
{
    public static Option<bool> Create(Session session) => new("--json")
    {
        Description = session.Say("Print one JSON object instead", "改为打印一个 JSON 对象"),
    };
}
