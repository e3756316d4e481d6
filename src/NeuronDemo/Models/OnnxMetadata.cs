using Google.Protobuf.Collections;
using NeuronDemo.Lessons;
using NeuronDemo.Models.Onnx;

namespace NeuronDemo.Models;

/// <summary>What is known of a model, as the names and texts that an ONNX file carries and Netron shows.</summary>
internal static class OnnxMetadata
{
    public static void Write(Model model, RepeatedField<StringStringEntryProto> entries)
    {
        // Sorted, since a dictionary promises no order and the same model has to give the same bytes.
        KeyValuePair<string, string>[] all =
        [
            .. model.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal),
            .. InputEntries.Write(model.Inputs),
            .. TargetEntries.Write(model.Meaning?.Columns ?? []),
        ];
        entries.AddRange(all.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
    }

    /// <summary>The model with all that the entries say. What is no description of its inputs or outputs stays among the facts.</summary>
    public static Model Read(Model model, RepeatedField<StringStringEntryProto> entries)
    {
        Dictionary<string, string> facts = [];
        foreach (StringStringEntryProto entry in entries)
        {
            facts[entry.Key] = entry.Value;
        }

        // A description is taken if it would be written in just these entries: that rules out all that is unknown, doubled,
        // contradicts itself, or is for another number of inputs or outputs.
        IReadOnlyList<InputColumn>? inputs = InputEntries.Read(facts, model.Network.InputCount);
        if (inputs is not null && Take(InputEntries.Prefix, [.. InputEntries.Write(inputs)]))
        {
            model = model with { Inputs = inputs };
        }

        IReadOnlyList<TargetColumn>? targets = TargetEntries.Read(facts, model.Network.OutputCount);
        if (targets is not null && Take(TargetEntries.Prefix, [.. TargetEntries.Write(targets)]))
        {
            model = model with { Meaning = new(targets) };
        }

        return model with { Facts = facts };

        bool Take(string prefix, KeyValuePair<string, string>[] written)
        {
            int found = entries.Count(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal));
            if (found != written.Length || !written.All(entry => facts.GetValueOrDefault(entry.Key) == entry.Value))
            {
                return false;
            }

            Array.ForEach(written, entry => facts.Remove(entry.Key));
            return true;
        }
    }
}
