using System.Globalization;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Page;

/// <summary>What stands in the page's pictures, and whether it can be read there.</summary>
[Collection(OneBrowser.Name)]
public sealed class PageDrawingTests(SharedBrowser browser)
{
    private static readonly string Penguins = Document.FullPath("examples/penguins.csv");
    private static readonly string Iris = Document.FullPath("examples/iris.csv");

    [Fact]
    public async Task On_a_narrow_screen_no_number_is_drawn_under_a_neuron_and_headings_stay_in_one_line()
    {
        // With two layers only the chosen weight's number is shown between the neurons, and above them.
        await using OpenPage page = await OpenPage.At(browser, "#hidden=4");
        async Task<int> Numbers() => (await page.Drawn("edges")).Count(text => double.TryParse(text.Replace('−', '-'), CultureInfo.InvariantCulture, out _));
        const string IsOnTop = """
            (() => {
                const number = document.querySelector("#network .number"), { left, top, width, height } = number.getBoundingClientRect();
                number.style.pointerEvents = "auto";
                return [0.1, 0.5, 0.9].every(share => document.elementFromPoint(left + share * width, top + height / 2) === number);
            })()
            """;
        await page.Width(360);
        Assert.Equal(0, await Numbers());
        Assert.True(await page.Ask<bool>(IsOnTop), "Something covers the chosen weight's number.");
        await page.Click("#language");
        await page.NextFrame();
        Assert.True(await page.Ask<bool>("document.querySelector('#rows thead').offsetHeight < 40"), "A heading in Chinese stands upright.");
        await page.Width(1920);
        Assert.Equal(15, await Numbers());
        Assert.True(await page.Ask<bool>(IsOnTop), "Something covers the chosen weight's number.");
    }

    [Fact]
    public async Task On_a_narrow_screen_long_names_are_whole_and_the_words_of_the_command_are_not_torn()
    {
        await using OpenPage page = await OpenPage.Of(
            browser, "--data", Penguins, "--targets", "species", "--skip-missing", "--hold-out", "20%", "--hidden", "8", "--iterations", "1");
        await page.Width(360);
        await page.NextFrame();
        Assert.Empty(await page.Ask<string[]>("""
            [...document.querySelectorAll(".name")]
                .filter(part => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 1).map(part => part.textContent)
            """));
        int[] heights = await page.Ask<int[]>("""
            [...document.querySelectorAll("#command span")].filter(({ textContent }) => textContent.startsWith("--")).map(word => word.offsetHeight)
            """);
        Assert.NotEmpty(heights);
        Assert.All(heights, height => Assert.InRange(height, 1, 25));
    }

    [Fact]
    public async Task The_maps_axes_bear_the_names_of_the_inputs_that_were_chosen()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Iris, "--targets", "species", "--iterations", "1");
        await page.Choose("#across", "2");
        await page.Choose("#up", "4");

        string[] drawn = await page.Drawn("map");

        Assert.Contains("sepal width", drawn);
        Assert.Contains("upright petal width", drawn);
    }

    [Fact]
    public async Task The_loss_has_a_named_axis_and_its_values_are_read_by_pointing()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Iris, "--targets", "species", "--hold-out", "20%", "--iterations", "1");
        await page.Seek(50);
        string[] losses = [.. (await page.Text("#loss-values")).Split(" · ").Take(2).Select(text => text.Split(' ')[^1])];
        Assert.Contains("iteration (log scale)", await page.Drawn("chart"));
        await page.Click("#language");
        Assert.Contains("迭代（对数刻度）", await page.Drawn("chart"));
        await page.Click("#language");

        (decimal x, decimal y) = await page.MiddleOf("#chart", across: 0.98);
        await page.Mouse.MoveAsync(x, y);

        Assert.NotEqual(losses[0], losses[1]);
        Assert.Contains($"iteration 50: {losses[0]} / {losses[1]}", await page.Drawn("chart"));
    }
}
