namespace NeuronDemo.Tests.Docs;

/// <summary>A folder like the project's, as far as commands reach into it: the current one until it is disposed of.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before = Directory.GetCurrentDirectory();

    public ProjectFolder()
    {
        Directory.CreateDirectory(_folder.Path("examples"));
        foreach (string file in Directory.EnumerateFiles(Document.FullPath("examples"), "*.csv"))
        {
            File.Copy(file, _folder.Path(Path.Combine("examples", Path.GetFileName(file))));
        }

        Directory.SetCurrentDirectory(_folder.Path("."));
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _folder.Dispose();
    }
}
