using System.Text.Json;
using NeuronDemo.Page;
using NeuronDemo.Tests.Commands;
using PuppeteerSharp;
using PuppeteerSharp.Input;

namespace NeuronDemo.Tests.Page;

/// <summary>A page that the command wrote, open in a browser.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IPage _page;

    private OpenPage(IPage page) => _page = page;

    /// <summary>What the browser complained of, and what it asked for beside the file.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenPage> Of(SharedBrowser browser, params string[] options) => await At(browser, "", options);

    public static async Task<OpenPage> At(SharedBrowser browser, string hash, params string[] options)
    {
        OpenPage open = new(await browser.NewPageAsync());
        Assert.Equal(0, CommandRun.Of(["page", .. options, "--out", open.File]).ExitCode);
        await open.Show(hash);
        return open;
    }

    /// <summary>A page with a lesson that no command has written.</summary>
    public static async Task<OpenPage> Of(SharedBrowser browser, PageLesson lesson)
    {
        OpenPage open = new(await browser.NewPageAsync());
        await System.IO.File.WriteAllBytesAsync(open.File, WebPage.Of(lesson));
        await open.Show("");
        return open;
    }

    private string File => _folder.Path("neuron.html");

    private async Task Show(string hash)
    {
        _page.Console += (_, call) => Complaints.Add(call.Message.Text);
        _page.PageError += (_, error) => Complaints.Add(error.Message ?? "");
        _page.Request += (_, call) => Note(call.Request.Url);
        await _page.GoToAsync($"file://{File}{hash}");
        Assert.Empty(Complaints);
        await Until("document.getElementById('iteration').value !== ''");
    }

    public Task<T> Ask<T>(string script) => _page.EvaluateExpressionAsync<T>(script);

    public Task Do(string script) => _page.EvaluateExpressionAsync(script);

    public Task Until(string condition) => _page.WaitForExpressionAsync(condition);

    public Task<string> Text(string selector) => Ask<string>($"document.querySelector('{selector}').textContent");

    /// <summary>The texts in a picture when it is drawn anew; those that are turned begin with "upright".</summary>
    public Task<string[]> Drawn(string canvas) => Ask<string[]>($$"""
        (async () => {
            const texts = [], draw = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
                this.canvas.id === "{{canvas}}" && texts.push((this.getTransform().b ? "upright " : "") + text);
                draw.call(this, text, ...rest);
            };
            dispatchEvent(new Event("resize"));
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            CanvasRenderingContext2D.prototype.fillText = draw;
            return texts;
        })()
        """);

    /// <summary>The cells of the first or last row.</summary>
    public Task<string[]> Cells(string row) =>
        Ask<string[]>($"[...document.querySelectorAll('#rows tbody tr:{row}-child td')].map(cell => cell.textContent.trim())");

    public Task<string> Value(string selector) => Ask<string>($"document.querySelector('{selector}').value");

    public Task Click(string selector) => _page.ClickAsync(selector);

    public Task Press(string key) => _page.Keyboard.PressAsync(key);

    public Task<string> Focused() => Ask<string>("document.activeElement.id");

    public IMouse Mouse => _page.Mouse;

    /// <summary>Where an element's middle is on the screen.</summary>
    public async Task<(decimal X, decimal Y)> MiddleOf(string selector, double across = 0.5, double down = 0.5)
    {
        double[] at = await Ask<double[]>($$"""
            (() => {
                const part = document.querySelector('{{selector}}');
                part.scrollIntoView({ block: "nearest" });
                const { left, top, width, height } = part.getBoundingClientRect();
                return [left + {{FormattableString.Invariant($"{across}")}} * width, top + {{FormattableString.Invariant($"{down}")}} * height];
            })()
            """);
        return ((decimal)at[0], (decimal)at[1]);
    }

    /// <summary>Types into a field in place of what it holds, and confirms.</summary>
    public async Task Type(string selector, string text)
    {
        // What is drawn next may put another number into the field, and take the selection away.
        await NextFrame();
        await Do($"document.querySelector('{selector}').select()");
        await _page.FocusAsync(selector);
        await _page.Keyboard.TypeAsync(text);
        await Press("Enter");
    }

    public Task Choose(string selector, string value) => _page.SelectAsync(selector, value);

    public async Task Seek(int iteration)
    {
        await Type("#iteration", $"{iteration}");
        await Arrive(iteration);
    }

    /// <summary>Waits until an iteration is reached; the command is written anew only at rest.</summary>
    public Task Arrive(int iteration) => Until($"(document.getElementById('command').textContent + ' ').includes('--iterations {iteration} ')");

    public Task NextFrame() => Do("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

    /// <summary>Saves the weights, and gives what was saved.</summary>
    public async Task<string> Save()
    {
        await Do("HTMLAnchorElement.prototype.click = function () { window.saved = this.href; }");
        await Click("#save");
        return await Ask<string>("decodeURIComponent(saved.slice(saved.indexOf(',') + 1))");
    }

    public async Task<double[][][]> Weights() =>
        JsonDocument.Parse(await Save()).RootElement.GetProperty("weights").Deserialize<double[][][]>()!;

    public async Task Load(string json)
    {
        IElementHandle read = await _page.QuerySelectorAsync("#read");
        await read.UploadFileAsync(_folder.WriteText("weights.json", json));
        await NextFrame();
        await NextFrame();
    }

    public Task Width(int width) => _page.SetViewportAsync(new() { Width = width, Height = 900 });

    public Task Scheme(string scheme) => _page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _folder.Dispose();
    }

    private void Note(string url)
    {
        if (!url.StartsWith("file://", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))
        {
            Complaints.Add(url);
        }
    }
}
