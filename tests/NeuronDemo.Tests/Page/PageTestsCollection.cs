namespace NeuronDemo.Tests.Page;

[CollectionDefinition(Name)]
public sealed class PageTestsCollection : ICollectionFixture<SharedBrowser>
{
    public const string Name = "one browser";
}
