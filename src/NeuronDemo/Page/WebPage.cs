using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NeuronDemo.Page;

/// <summary>Puts the page together: its HTML, its style, its scripts, its texts and the lesson, in one file.</summary>
internal static partial class WebPage
{
    // The parts of one script; each uses only those before it.
    private static readonly string[] Scripts =
    [
        "numpy.js", "network.js", "training.js", "surface.js", "lesson.js", "map.js", "diagram.js", "chart.js",
        "rows.js", "numbers.js", "controls.js", "app.js", "main.js",
    ];

    /// <summary>The page of a lesson.</summary>
    /// <returns>An HTML file in UTF-8.</returns>
    public static byte[] Of(PageLesson lesson)
    {
        // What is put in is not searched for places again, whatever it holds.
        string html = Place().Replace(Read("page.html"), place => place.Groups[1].Value switch
        {
            "lesson" => JsonSerializer.Serialize(lesson, PageLessonJson.Default.PageLesson),
            "scripts" => string.Concat(Scripts.Select(Read)),
            string name => Read(name),
        });
        return Encoding.UTF8.GetBytes(html);
    }

    private static string Read(string name)
    {
        using StreamReader reader = new(typeof(WebPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<!-- ([a-z.]+) -->")]
    private static partial Regex Place();
}
