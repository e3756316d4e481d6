using PuppeteerSharp;

namespace NeuronDemo.Tests.Page;

/// <summary>One browser for all tests of the page; null where the machine has none.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly TemporaryFolder _profile = new();
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (program is not null)
        {
            _browser = await Puppeteer.LaunchAsync(new()
            {
                ExecutablePath = program,
                UserDataDir = _profile.Path("profile"),
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
            });
        }
    }

    /// <summary>Opens a tab, or skips the test.</summary>
    public async Task<IPage> NewPageAsync()
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium on this machine.");
        return await _browser.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _profile.Dispose();
    }
}
