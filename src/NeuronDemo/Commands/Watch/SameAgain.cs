using NeuronDemo.Lessons;
using NeuronDemo.Text;
using static System.FormattableString;

namespace NeuronDemo.Commands.Watch;

/// <summary>The command line that learns the same lesson, ready for a shell.</summary>
internal static class SameAgain
{
    /// <summary>Writes it.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="data">The words that say what is learned from.</param>
    public static string Of(Lesson lesson, IReadOnlyList<string> data)
    {
        string[] hidden = lesson.Hidden.Count == 0 ? [] : ["--hidden", string.Join(',', lesson.Hidden)];
        string[] words =
        [
            "neuron-demo", "train", .. data,
            "--seed", Invariant($"{lesson.Seed}"), "--step-size", lesson.Steps.ToString(), "--iterations", Invariant($"{lesson.Iterations}"),
            .. hidden,
        ];

        // A name with a line break in it can't be typed as it is, and must not move the cursor.
        return Excerpt.Name(string.Join(' ', words.Select(ShellWord.Of)));
    }
}
