using System.Globalization;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Page;

/// <summary>What stands in the page's pictures, and whether it can be read there.</summary>
[Collection(OneBrowser.Name)]
public sealed class PageDrawingTests(SharedBrowser browser)
{
    private static readonly string Penguins = Document.FullPath("examples/penguins.csv");
    private static readonly string Iris = Document.FullPath("examples/iris.csv");
    private static readonly string Xor = Document.FullPath("examples/xor.csv");

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

    [Theory]
    [InlineData(360)]
    [InlineData(1200)]
    public async Task No_field_cuts_a_number_that_it_can_hold(int width)
    {
        await using OpenPage page = await OpenPage.Of(browser);
        await page.Width(width);
        foreach ((string weight, string step, string shownWeight, string shownStep) in ((string, string, string, string)[])
            [
                ("-1.23456789e-123", "1.2345678e-300", "-1.2345679e-123", "1.23457e-300"),
                ("-0.00000123456789", "0.00000123456789", "-0.0000012345679", "0.00000123457"),
                ("-123456789012345678", "12345678901234567", "-123456790000000000", "12345700000000000"),
            ])
        {
            await page.Type("#weight-value", weight);
            await page.Type("#step-size", step);
            await page.NextFrame();
            await page.Do("""
                Object.entries({ iteration: 2147483647, row: 2147483647, seed: 4294967295, hidden: "64,64,64,64,64,64" })
                    .forEach(([id, value]) => { document.getElementById(id).value = value; })
                """);

            Assert.Equal(Number(shownWeight), Number(await page.Value("#weight-value")));
            Assert.Equal(Number(shownStep), Number(await page.Value("#step-size")));
            Assert.Empty(await page.Ask<string[]>(Cut));
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    // A field's text has the room that is left beside its padding and, in a number's, the arrows.
    private const string Cut = """
        [...document.querySelectorAll("input:is([type=number], [type=text])")].filter(field => {
            const style = getComputedStyle(field), context = document.createElement("canvas").getContext("2d");
            context.font = `${style.fontSize} ${style.fontFamily}`;
            const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            return context.measureText(field.value).width > room - (field.type === "number" ? 15 : 0);
        }).map(field => `${field.id}: ${field.value}`)
        """;

    [Fact]
    public async Task Where_all_answers_are_one_half_there_is_no_border_and_weights_of_next_to_nothing_are_thin()
    {
        // The pixels as dark as a border in a row of the map without marks, and how wide the weights' lines are.
        const string Dark = """
            (() => {
                const map = document.getElementById("map"), y = Math.round((8 + 0.3 * (map.clientHeight - 52)) * devicePixelRatio);
                const { data } = map.getContext("2d").getImageData(52 * devicePixelRatio, y, (map.clientWidth - 70) * devicePixelRatio, 1);
                return Array.from({ length: data.length / 4 }, (_, k) => [0, 1, 2].every(part => data[4 * k + part] < 90)).filter(isDark => isDark).length;
            })()
            """;
        const string Widths = """
            (async () => {
                const widths = [], draw = CanvasRenderingContext2D.prototype.stroke;
                CanvasRenderingContext2D.prototype.stroke = function (...path) {
                    this.canvas.id === "edges" && this.lineWidth < 13 && widths.push(this.lineWidth);
                    draw.apply(this, path);
                };
                dispatchEvent(new Event("resize"));
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                CanvasRenderingContext2D.prototype.stroke = draw;
                return widths;
            })()
            """;
        const string HasKey = "document.getElementById('border').offsetHeight > 0";
        await using OpenPage page = await OpenPage.Of(browser, "--data", Xor, "--iterations", "1");
        await page.Seek(15000);
        Assert.Equal(0, await page.Ask<int>(Dark));
        Assert.False(await page.Ask<bool>(HasKey));
        Assert.All(await page.Ask<double[]>(Widths), width => Assert.InRange(width, 0.1, 1));

        await page.Type("#weight-value", "2");
        await page.NextFrame();

        Assert.InRange(await page.Ask<int>(Dark), 1, 20);
        Assert.True(await page.Ask<bool>(HasKey));
        Assert.InRange((await page.Ask<double[]>(Widths)).Max(), 4, 8);
    }

    private static readonly string[] Weights = ["3", "1", "-0.5"];

    [Fact]
    public async Task The_border_lies_where_the_answer_is_one_half_to_a_fraction_of_a_pixel()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Xor, "--iterations", "1");
        for (int input = 0; input < 3; input++)
        {
            // As the network sees them, x1 and x2 are -1 and 1, and the map reaches from -1.4 to 1.4. There 3 x1 + x2 = 0.5.
            await page.Choose("#weight", $"0.{input}");
            await page.Type("#weight-value", Weights[input]);
        }

        await page.NextFrame();
        double most = await page.Ask<double>("""
            (async () => {
                // The parts that the border is made of, as text.
                const points = [], map = document.getElementById("map"), Own = Path2D, add = Own.prototype.addPath;
                window.Path2D = class extends Own { constructor(text) { super(text); this.text = text; } };
                Own.prototype.addPath = function (path) {
                    points.push(...path.text.split(/[ML]/).slice(1).map(at => at.split(" ").map(Number)));
                    add.call(this, path);
                };
                dispatchEvent(new Event("resize"));
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                window.Path2D = Own;
                Own.prototype.addPath = add;
                const unit = share => -1.4 + 2.8 * share;
                const far = points.map(([x, y]) => {
                    const across = unit((x - 48) / (map.clientWidth - 60)), up = unit(1 - (y - 8) / (map.clientHeight - 52));
                    return Math.abs(3 * across + up - 0.5) / 3 / 2.8 * (map.clientWidth - 60);
                });
                return points.length > 100 ? Math.max(...far) : Infinity;
            })()
            """);

        Assert.InRange(most, 0, 0.1);
    }

    [Fact]
    public async Task What_is_learned_and_what_is_held_out_are_counted_apart_and_each_sign_stands_beside_its_word()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Iris, "--hold-out", "20%", "--hidden", "4", "--iterations", "1");
        await page.Seek(2000);
        Assert.EndsWith(" · 119 of 120 learned and 29 of 30 held-out rows right", await page.Text("#loss-values"), StringComparison.Ordinal);
        Assert.Equal(
            ["large rings: the chosen row", "ringed: wrong", "hollow: held out"],
            await page.Ask<string[]>("[...document.querySelectorAll('#map-legend canvas')].map(sample => sample.height > 0 && sample.parentElement.textContent)"));
        Assert.Equal(
            ["learning rows", "held-out rows"],
            await page.Ask<string[]>("[...document.querySelectorAll('#loss-key .line')].filter(sample => sample.offsetWidth > 0).map(sample => sample.parentElement.textContent)"));
        await page.Click("#language");
        await page.NextFrame();
        Assert.EndsWith(" · 学习行 120 行中 119 行、留出行 30 行中 29 行答对", await page.Text("#loss-values"), StringComparison.Ordinal);
        await page.Width(360);
        await page.NextFrame();
        Assert.True(await page.Ask<bool>(AnswersAreSeen));
    }

    private const string AnswersAreSeen = """
        [...document.querySelectorAll("#rows .output")].every(cell =>
            cell.getBoundingClientRect().right <= document.querySelector("#rows-panel .scroll").getBoundingClientRect().right)
        """;

    [Fact]
    public async Task An_output_that_is_nearly_1_is_not_shown_as_1_and_the_constant_is()
    {
        await using OpenPage page = await OpenPage.Of(browser, "--data", Xor, "--hidden", "4", "--iterations", "1");
        await page.Seek(2000);

        Assert.Matches("^0\\.9999[0-9] ✓$", (await page.Ask<string[]>("[...document.querySelectorAll('#rows .output')].map(cell => cell.textContent)"))[1]);
        Assert.Equal(["x1", "x2", "1"], await page.Ask<string[]>("[...document.querySelectorAll('span.neuron')].map(part => part.textContent)"));
        await page.Width(360);
        await page.NextFrame();
        Assert.True(await page.Ask<bool>(AnswersAreSeen));
        Assert.False(await page.Ask<bool>("document.getElementById('loss-key').offsetHeight > 0"));
    }
}
