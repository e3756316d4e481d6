using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using NeuronDemo.Network;

namespace NeuronDemo.Tests;

/// <summary>The rooms of the program, and who may use whom, read from the compiled program.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "NeuronDemo.";

    // Commands use everything; these are the others.
    private static readonly string[] Arrows =
    [
        "Page -> Lessons", "Page -> Network",
        "Figures -> Lessons", "Figures -> Network", "Figures -> Files",
        "Models -> Lessons", "Models -> Network", "Models -> Files",
        "Lessons -> Data", "Lessons -> Network",
        "Data -> Files",
    ];

    // Anyone but Network speaks to people.
    private static readonly string[] Speech = ["Messages", "Text"];

    [Fact]
    public void Rooms_use_one_another_along_the_arrows_only()
    {
        Architecture program = new ArchLoader().LoadAssembly(typeof(NeuralNetwork).Assembly).Build();
        (string From, string To, string Why)[] uses =
        [
            .. from type in program.Types
               from dependency in type.Dependencies
               let rooms = (From: RoomOf(type), To: RoomOf(dependency.Target))
               where rooms.From is not (null or "Commands") && rooms.To is not null && rooms.To != rooms.From
               select (rooms.From, rooms.To, $"{type.Name} uses {dependency.Target.Name}"),
        ];

        Assert.NotEmpty(uses);
        Assert.Empty(uses.Where(use => !IsAllowed(use.From, use.To)).Select(use => $"{use.From} -> {use.To}: {use.Why}").Distinct());
    }

    private static bool IsAllowed(string from, string to) =>
        Speech.Contains(to) ? from != "Network" && !Speech.Contains(from) : Arrows.Contains($"{from} -> {to}");

    // A type's own room, or null for what stands at the front door or comes from elsewhere.
    private static string? RoomOf(IType type) => type.Namespace?.FullName is string name && name.StartsWith(Root, StringComparison.Ordinal)
        ? name[Root.Length..].Split('.')[0]
        : null;
}
