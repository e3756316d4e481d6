namespace NeuronDemo.Tests.Page;

[CollectionDefinition(Name)]
public sealed class PageTestsCollection : ICollectionFixture<Browser>
{
    public const string Name = "one browser";
}
