using System.Globalization;
using Deque.AxeCore.Commons;
using NeuronDemo.Network;
using NeuronDemo.Page;
using NeuronDemo.Tests.Commands;
using NeuronDemo.Tests.Docs;

namespace NeuronDemo.Tests.Page;

/// <summary>What a visitor of the page sees and does.</summary>
[Collection(OneBrowser.Name)]
public sealed class PageTests(SharedBrowser browser)
{
    private static readonly string Iris = Document.FullPath("examples/iris.csv");
    private static readonly string[] IrisOptions = ["--data", Iris, "--step-size", "0.01", "--hidden", "4", "--hold-out", "20%", "--iterations", "200"];

    // Every control that is there for the truth table without hidden layers.
    private static readonly string[] Controls =
    [
        "language", "scheme", "reset", "play", "step", "iteration", "timeline", "across", "up", "seed", "another", "step-size", "auto",
        "hidden", "add-layer", "learned", "save", "read", "row", "weight", "weight-value", "weight-slider",
    ];

    public static TheoryData<string[]> Lessons => new() { { [] }, { IrisOptions } };

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_fits_every_width_without_a_complaint_or_a_request(string[] options)
    {
        await using OpenPage page = await OpenPage.Of(browser, options);
        foreach (int width in (int[])[360, 800, 1920])
        {
            await page.Width(width);
            await page.NextFrame();
            Assert.True(await page.Ask<bool>("document.documentElement.scrollWidth <= innerWidth"), $"It is wider than {width} pixels.");
        }

        await page.Click("#play");
        await page.Until("document.getElementById('iteration').value > 5");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Where_there_is_room_names_and_weights_are_shown_whole_and_the_rows_choices_stand_in_line()
    {
        await using OpenPage page = await OpenPage.Of(browser, IrisOptions);
        foreach (int width in (int[])[800, 1920])
        {
            await page.Width(width);
            await page.Type("#weight-value", "-12.191523");
            await page.NextFrame();
            Assert.Empty(await page.Ask<string[]>("""
                [...document.querySelectorAll(".name, #weight-value")]
                    .filter(part => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 1).map(part => part.textContent || part.id)
                """));
            Assert.Contains("held out", await page.Text("#rows tbody"), StringComparison.Ordinal);
            Assert.Equal(1, await page.Ask<int>("new Set([...document.querySelectorAll('#rows input')].map(choice => choice.getBoundingClientRect().left)).size"));
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Axe_finds_nothing_serious_in_either_language_and_scheme(string[] options)
    {
        await using OpenPage page = await OpenPage.Of(browser, options);
        await page.Do(new BundledAxeScriptProvider().GetScript());
        foreach (string scheme in (string[])["light", "dark"])
        {
            await page.Scheme(scheme);
            for (int language = 0; language < 2; language++)
            {
                await page.Click("#language");
                await page.NextFrame();
                string[] found = await page.Ask<string[]>("""
                    axe.run().then(({ violations }) => violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
                        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`)))
                    """);
                Assert.Empty(found);
            }
        }
    }

    [Fact]
    public async Task It_speaks_both_languages_and_opens_in_that_of_the_command()
    {
        using TemporaryFolder folder = new();
        string path = folder.Path("neuron.html");
        Assert.Equal(0, CommandRun.InChinese("page", "--iterations", "1", "--out", path).ExitCode);
        Assert.Contains("\"language\":\"zh\"", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await using OpenPage page = await OpenPage.Of(browser);
        string[] english = await page.Ask<string[]>(Labels);
        Assert.Equal("Play", await page.Text("#play-text"));
        Assert.Equal("The network", await page.Text("#network-title"));

        await page.Click("#language");
        await page.NextFrame();

        Assert.Equal("zh-CN", await page.Ask<string>("document.documentElement.lang"));
        Assert.Equal("播放", await page.Text("#play-text"));
        string[] chinese = await page.Ask<string[]>(Labels);
        Assert.Equal(english.Length, chinese.Length);
        Assert.Empty(english.Zip(chinese).Where(pair => pair.First == pair.Second).Select(pair => pair.First));
        Assert.Empty(page.Complaints);
    }

    private const string Labels = """
        [...document.querySelectorAll("[data-text], [data-label], h1, h2, #facts, #hint-text, #map-note, #edges, #map, #chart")]
            .map(part => part.dataset.label || part.matches("canvas") ? part.ariaLabel : part.textContent)
        """;

    [Fact]
    public async Task It_follows_the_systems_scheme_until_one_is_chosen()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        const string Background = "getComputedStyle(document.documentElement).backgroundColor";
        await page.Scheme("light");
        string light = await page.Ask<string>(Background);
        await page.Until("document.getElementById('scheme').ariaPressed === 'false'");
        await page.Scheme("dark");
        string dark = await page.Ask<string>(Background);
        Assert.NotEqual(light, dark);
        await page.Until("document.getElementById('scheme').ariaPressed === 'true'");

        await page.Click("#scheme");

        Assert.Equal(light, await page.Ask<string>(Background));
    }

    [Fact]
    public async Task Every_control_is_reached_with_the_keyboard_has_a_name_and_shows_the_focus()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        HashSet<string> reached = [];
        for (int i = 0; i < 45; i++)
        {
            await page.Press("Tab");
            reached.Add(await page.Focused());
            Assert.True(await page.Ask<bool>("""
                [document.activeElement, document.activeElement.parentElement, document.body].some(part =>
                    part === document.activeElement && part === document.body || getComputedStyle(part).outlineStyle !== "none")
                """), $"{await page.Focused()} does not show the focus.");
        }

        Assert.Empty(Controls.Except(reached));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_button_does_what_it_says(bool byKeyboard)
    {
        await using OpenPage page = await OpenPage.Of(browser);
        async Task Use(string id)
        {
            if (byKeyboard)
            {
                await page.Do($"document.getElementById('{id}').focus()");
                await page.Press("Space");
            }
            else
            {
                await page.Click($"#{id}");
            }

            await page.NextFrame();
        }

        await Use("step");
        await Use("step");
        Assert.Equal("2", await page.Value("#iteration"));
        await Use("back");
        Assert.Equal("1", await page.Value("#iteration"));
        await Use("play");
        await page.Until("document.getElementById('iteration').value > 3");
        Assert.Equal("Pause", await page.Text("#play-text"));
        await Use("play");
        Assert.Equal("Play", await page.Text("#play-text"));
        await Use("reset");
        Assert.Equal("0", await page.Value("#iteration"));
        await Use("another");
        Assert.Equal("2", await page.Value("#seed"));
        await Use("auto");
        Assert.Equal("0.25", await page.Value("#step-size"));
        await Use("auto");
        Assert.False(await page.Ask<bool>("document.getElementById('auto').checked"));
        await Use("add-layer");
        await Use("add-layer");
        Assert.Equal("4,4", await page.Value("#hidden"));
        await Use("remove-layer");
        Assert.Equal("4", await page.Value("#hidden"));
        await Use("learned");
        Assert.Equal(("15000", ""), (await page.Value("#iteration"), await page.Value("#hidden")));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Fields_and_lists_take_what_is_typed_and_refuse_what_makes_no_sense()
    {
        await using OpenPage page = await OpenPage.Of(browser);

        await page.Type("#seed", "7");
        await page.Type("#hidden", "3,2");
        await page.Type("#step-size", "0.5");
        await page.NextFrame();
        Assert.Equal("neuron-demo train --seed 7 --step-size 0.5 --iterations 0 --hidden 3,2", await page.Text("#command"));

        await page.Type("#seed", "-1");
        await page.Type("#hidden", "0");
        await page.Type("#step-size", "0");
        await page.NextFrame();
        Assert.Equal("neuron-demo train --seed 7 --step-size 0.5 --iterations 0 --hidden 3,2", await page.Text("#command"));

        await page.Choose("#across", "2");
        await page.Choose("#up", "3");
        await page.NextFrame();
        Assert.Equal("Map of the answers over x2 and x3", await page.Ask<string>("document.getElementById('map').ariaLabel"));
    }

    [Fact]
    public async Task The_timeline_and_the_weights_slider_go_by_arrow_keys()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        await page.Seek(10);
        await page.Do("document.getElementById('timeline').focus()");
        await page.Press("ArrowLeft");
        await page.NextFrame();
        Assert.Equal("9", await page.Value("#iteration"));
        await page.Press("Home");
        await page.NextFrame();
        Assert.Equal("0", await page.Value("#iteration"));
        await page.Press("End");
        await page.NextFrame();
        Assert.Equal("10", await page.Value("#iteration"));

        string before = await page.Value("#weight-value");
        await page.Do("document.getElementById('weight-slider').focus()");
        await page.Press("ArrowRight");
        await page.NextFrame();
        Assert.NotEqual(before, await page.Value("#weight-value"));
    }

    [Fact]
    public async Task A_weight_is_dragged_in_the_diagram_and_a_neuron_pointed_at_shows_on_the_map()
    {
        await using OpenPage page = await OpenPage.At(browser, "#hidden=2");
        await page.Choose("#weight", "1.0");
        string before = await page.Value("#weight-value");

        // Between the first input and the first of two neurons, well away from other lines.
        (decimal x, decimal y) = await page.MiddleOf("#network .neuron:nth-of-type(1)");
        (decimal toX, decimal toY) = await page.MiddleOf("#network button.neuron");
        (x, y) = await page.MiddleOf("#network span.neuron");
        (decimal grabX, decimal grabY) = (x + (toX - x) * 0.4m, y + (toY - y) * 0.4m);
        await page.Mouse.MoveAsync(grabX, grabY);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grabX + 60, grabY);
        await page.NextFrame();
        await page.Mouse.UpAsync();
        await page.NextFrame();

        Assert.Equal("0.0", await page.Value("#weight"));
        Assert.NotEqual(before, await page.Value("#weight-value"));
        Assert.Contains("iteration 0", await page.Text("#command-note"), StringComparison.Ordinal);

        string title = await page.Text("#map-title");
        await page.Mouse.MoveAsync(toX, toY);
        await page.NextFrame();
        Assert.Equal("What neuron 1 of layer 1 answers", await page.Text("#map-title"));
        await page.Mouse.MoveAsync(1, 1);
        await page.NextFrame();
        Assert.Equal(title, await page.Text("#map-title"));
        await page.Do("document.querySelector('#network button.neuron').focus()");
        await page.NextFrame();
        Assert.Equal("What neuron 1 of layer 1 answers", await page.Text("#map-title"));
    }

    [Fact]
    public async Task The_map_is_vermilion_where_the_answer_is_0_and_blue_where_it_is_1()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        await page.Seek(2000);
        const string Colours = """
            [0.2, 0.8].flatMap(across => [0.3, 0.6].map(down => {
                const map = document.getElementById("map"), ratio = map.width / map.clientWidth;
                const x = 48 + across * (map.clientWidth - 60), y = 8 + down * (map.clientHeight - 52);
                const [red, , blue] = map.getContext("2d").getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data;
                return blue - red;
            }))
            """;

        int[] colours = await page.Ask<int[]>(Colours);

        Assert.All(colours[..2], blueness => Assert.InRange(blueness, -255, -100));
        Assert.All(colours[2..], blueness => Assert.InRange(blueness, 100, 255));
        Assert.EndsWith(" · 4 of 4 on the right side of ½", await page.Text("#loss-values"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_row_marks_it_everywhere()
    {
        await using OpenPage page = await OpenPage.Of(browser, IrisOptions);

        await page.Click("#rows tbody tr:nth-child(7)");
        await page.NextFrame();
        Assert.StartsWith("The next step, in numbers: row 7,", await page.Text("#step-title"), StringComparison.Ordinal);
        Assert.Equal("7", (await page.Text("#rows .chosen td")).Trim());

        await page.Press("ArrowDown");
        await page.NextFrame();
        Assert.Equal("8", (await page.Text("#rows .chosen td")).Trim());

        await page.Type("#row", "123");
        await page.NextFrame();
        Assert.Equal("123", (await page.Text("#rows .chosen td")).Trim());
        Assert.StartsWith("The next step, in numbers: row 123,", await page.Text("#step-title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_on_the_map_and_a_place_in_the_loss_are_clicked()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        await page.Seek(1000);
        (decimal x, decimal y) = await page.MiddleOf("#chart", across: 0.5);
        await page.Mouse.ClickAsync(x, y);
        await page.Until("document.getElementById('iteration').value !== '1000'");
        Assert.InRange(int.Parse(await page.Value("#iteration"), CultureInfo.InvariantCulture), 20, 500);

        // The row 1 1 1 stands at the upper right.
        (decimal left, decimal top) = await page.MiddleOf("#map", 0, 0);
        (decimal right, decimal bottom) = await page.MiddleOf("#map", 1, 1);
        await page.Mouse.ClickAsync(left + 48 + (right - left - 60) * 1.2m / 1.4m, top + 8 + (bottom - top - 44) * 0.2m / 1.4m);
        await page.NextFrame();
        Assert.Equal("2", (await page.Text("#rows .chosen td")).Trim());
    }

    [Fact]
    public async Task The_address_holds_the_settings_and_is_read_back()
    {
        const string Hash = "#seed=5&hidden=2&step=0.5&across=2&up=3&row=4&weight=0.1&language=zh&scheme=dark&iteration=12";
        await using OpenPage page = await OpenPage.At(browser, Hash);
        await page.Arrive(12);
        Assert.Equal(("5", "2", "0.5"), (await page.Value("#seed"), await page.Value("#hidden"), await page.Value("#step-size")));
        Assert.Equal(("2", "3", "0.1"), (await page.Value("#across"), await page.Value("#up"), await page.Value("#weight")));
        Assert.Equal(("dark", "zh-CN"), (await page.Ask<string>("document.documentElement.dataset.scheme"), await page.Ask<string>("document.documentElement.lang")));

        await page.Click("#step");
        await page.Click("#another");
        await page.Until("location.hash.includes('seed=6')");

        await page.Do("location.hash = 'seed=8&hidden=,,&step=-3&row=99&weight=9.9&language=fr&iteration=x'");
        await page.Until("document.getElementById('seed').value === '8'");
        Assert.Equal("neuron-demo train --seed 8 --step-size 1 --iterations 0", await page.Text("#command"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Hostile_names_stay_text()
    {
        const string Script = "</script><script>window.harm = 1</script>";
        const string Quotes = "\"><img src=x onerror=harm=1>'";
        const string RightToLeft = "عمود\u202Eabc";
        using TemporaryFolder folder = new();
        string name = OperatingSystem.IsWindows() ? "it's.csv" : "it's <b>&amp;{name}.csv";
        string csv = folder.WriteText(name, $"""
            "{Script}","{Quotes.Replace("\"", "\"\"", StringComparison.Ordinal)}","{RightToLeft}"
            0,1,0
            1,0,1
            """);
        await using OpenPage page = await OpenPage.Of(browser, "--data", csv, "--hidden", "2", "--bias", "false");

        Assert.Equal($"Learning {name}", await page.Text("#title"));
        Assert.Equal([Script, Quotes], await page.Ask<string[]>("[...document.querySelectorAll('.name.input')].map(part => part.textContent)"));
        Assert.Contains(RightToLeft, await page.Text("#facts"), StringComparison.Ordinal);
        Assert.Contains("'\\''", await page.Text("#command"), StringComparison.Ordinal);
        Assert.True(await page.Ask<bool>("window.harm === undefined && document.images.length === 0 && document.scripts.length === 3"));
        await page.Width(360);
        await page.NextFrame();
        Assert.True(await page.Ask<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Held_out_rows_are_not_learned_from_and_have_a_loss_of_their_own()
    {
        await using OpenPage page = await OpenPage.Of(browser, Lesson with
        {
            Answers = [new(0, 1, ["no", "yes"], AreClasses: true)],
            HeldOut = new([2, 4], [[1, 0.5], [1, 1]], [[1, 0]]),
        });
        await page.Click("#learned");
        await page.NextFrame();
        string[] start = (await page.Text("#loss-values")).Split(" · ");

        await page.Seek(500);

        Assert.Contains("2 of the rows held out", await page.Text("#facts"), StringComparison.Ordinal);
        Assert.Contains("target yes", await page.Text("#map-legend"), StringComparison.Ordinal);
        Assert.Contains("hollow", await page.Text("#map-legend"), StringComparison.Ordinal);
        string[] end = (await page.Text("#loss-values")).Split(" · ");
        Assert.Equal(["learning rows 0.25", "held-out rows 0.25", "1 of 2 learned and 1 of 2 held-out rows right"], start);
        Assert.All(end.Zip(start).Take(2), pair => Assert.NotEqual(pair.Second, pair.First));

        // What one row of inputs 0 and 1 and one of 2 and 1 teach, and nothing else.
        NeuralNetwork network = new(new Layer(Golden.Matrix([[0], [0]])));
        network.Train(Golden.Matrix([[0, 1], [2, 1]]), Golden.Matrix([[0], [1]]), 500, 0.5);
        Near.Equal(network.Layers[0].Weights, Golden.Matrix((await page.Weights())[0]), 1e-9);

        await page.Type("#row", "4");
        await page.NextFrame();
        Assert.Contains("held out", await page.Text("#rows .chosen td"), StringComparison.Ordinal);
        Assert.Contains("row 4", await page.Text("#step-title"), StringComparison.Ordinal);
        Assert.Contains("not learned from", await page.Text("#numbers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_told_in_their_own_units()
    {
        await using OpenPage page = await OpenPage.Of(browser, Lesson with
        {
            Inputs = [new("length", 150, 10, 0, -2, 4), new("1", 0, 1, 1, 0, 2)],
            Targets = [new("weight", 40, 100)],
            Answers = [new(0, 1, ["40", "100"], AreClasses: false)],
            IsJudged = false,
        });

        await page.Click("#learned");
        await page.NextFrame();
        Assert.Equal(["1", "150", "1", "●40", "70", "−30"], await page.Cells("first"));
        Assert.Equal(["2", "170", "1", "▲100", "70", "30"], await page.Cells("last"));
        Assert.Contains("target nearer to 100", await page.Text("#map-legend"), StringComparison.Ordinal);
        Assert.EndsWith("line: the border, 70", await page.Text("#map-legend"), StringComparison.Ordinal);
        Assert.DoesNotContain("right", await page.Text("#loss-values"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_numbers_are_shown_as_they_stand_there()
    {
        using TemporaryFolder folder = new();
        string csv = folder.WriteText("exact.csv", "a,y\n0.1234567,18.1234567\n-204512.25,-204512.25\n0,3.3\n");
        await using OpenPage page = await OpenPage.Of(browser, "--data", csv, "--iterations", "1");

        Assert.Equal(["1", "0.1234567", "1", "▲18.1234567"], (await page.Cells("first"))[..4]);
        Assert.Equal(["3", "0", "1", "▲3.3"], (await page.Cells("last"))[..4]);
    }

    [Fact]
    public async Task A_hidden_tab_does_not_play_on()
    {
        await using OpenPage page = await OpenPage.Of(browser);
        await page.Click("#play");
        await page.Until("document.getElementById('play-text').textContent === 'Pause'");

        await page.Do("Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))");

        await page.Until("document.getElementById('play-text').textContent === 'Play'");
        Assert.NotEqual("15000", await page.Value("#iteration"));
    }

    // Two rows, 0 1 with target 0 and 2 1 with target 1; the weights begin at 0 where a file with them was read.
    private static PageLesson Lesson => new()
    {
        Name = "rows.csv",
        Language = "en",
        Inputs = [new("a", 0, 1, 1, -1, 3), new("1", 0, 1, 1, 0, 2)],
        Targets = [new("y", 0, 1)],
        Answers = [new(0, 1, ["0", "1"], AreClasses: false)],
        IsJudged = true,
        MainInputs = [0, 1],
        Learning = new([1, 2], [[0, 2], [1, 1]], [[0, 1]]),
        LeftOut = 0,
        Seed = 1,
        Hidden = [],
        Iterations = 0,
        StepSize = "0.5",
        NextStepSize = 0.5,
        Weights = [[[0], [0]]],
        Arguments = [],
    };

    [Fact]
    public async Task Of_many_rows_some_are_left_out_and_the_page_says_so()
    {
        using TemporaryFolder folder = new();
        string csv = folder.WriteText("many.csv", "a,b,y\n" + string.Concat(Enumerable.Range(0, 3500).Select(i => $"{i % 70},{i / 70},{(i % 70 > i / 70 ? 1 : 0)}\n")));
        await using OpenPage page = await OpenPage.Of(browser, "--data", csv, "--standardize", "--bias", "--step-size", "0.001", "--iterations", "20");

        Assert.Contains("3000 rows", await page.Text("#facts"), StringComparison.Ordinal);
        Assert.Contains("500 more rows", await page.Text("#facts"), StringComparison.Ordinal);
        Assert.Contains("1500 of the rows are drawn", await page.Text("#map-note"), StringComparison.Ordinal);
        Assert.NotEqual("", await page.Text("#command-note"));
    }
}
