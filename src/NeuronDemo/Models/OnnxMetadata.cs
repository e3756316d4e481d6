using Google.Protobuf.Collections;
using NeuronDemo.Models.Onnx;

namespace NeuronDemo.Models;

/// <summary>What is known of a model, as the names and texts that an ONNX file carries and Netron shows.</summary>
internal static class OnnxMetadata
{
    // The third input's name is called input.3.
    private const string Input = "input.";
    private const string Target = "target.";

    public static void Write(Model model, RepeatedField<StringStringEntryProto> entries)
    {
        // Sorted, since a dictionary promises no order and the same model has to give the same bytes.
        foreach ((string name, string text) in model.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            entries.Add(new StringStringEntryProto { Key = name, Value = text });
        }

        AddNames(Input, model.InputNames);
        AddNames(Target, model.TargetNames);

        void AddNames(string prefix, IReadOnlyList<string> names) => entries.AddRange(
            names.Select((name, i) => new StringStringEntryProto { Key = FormattableString.Invariant($"{prefix}{i + 1}"), Value = name }));
    }

    public static Model Read(Model model, RepeatedField<StringStringEntryProto> entries)
    {
        Dictionary<string, string> facts = [];
        foreach (StringStringEntryProto entry in entries)
        {
            facts[entry.Key] = entry.Value;
        }

        return model with
        {
            InputNames = TakeNames(facts, Input, model.Network.InputCount),
            TargetNames = TakeNames(facts, Target, model.Network.OutputCount),
            Facts = facts,
        };
    }

    private static string[] TakeNames(Dictionary<string, string> facts, string prefix, int count)
    {
        string[] keys = [.. Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"{prefix}{i}"))];
        if (!keys.All(facts.ContainsKey))
        {
            return [];
        }

        string[] names = [.. keys.Select(key => facts[key])];
        Array.ForEach(keys, key => facts.Remove(key));
        return names;
    }
}
