namespace NeuronDemo.Tests.Docs;

/// <summary>The current folder belongs to the whole process: tests that change it run while no others do.</summary>
[CollectionDefinition(nameof(CurrentFolder), DisableParallelization = true)]
public sealed class CurrentFolder;
