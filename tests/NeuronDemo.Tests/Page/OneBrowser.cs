namespace NeuronDemo.Tests.Page;

[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<SharedBrowser>
{
    public const string Name = "one browser";
}
