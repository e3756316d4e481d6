namespace NeuronDemo.Text;

/// <summary>Text out of a file as a message shows it: in one line, and not too long.</summary>
internal static class Excerpt
{
    private const int MostShown = 40;

    public static string Of(string text)
    {
        string line = string.Concat(text.Take(MostShown).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > MostShown ? line + "..." : line;
    }
}
