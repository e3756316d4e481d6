namespace NeuronDemo.Figures;

/// <summary>Which of many things a figure shows, where it has no room for all.</summary>
internal static class EvenChoice
{
    /// <summary>Chooses indices from 0 up to a count, all of them or evenly spaced with the first and the last.</summary>
    public static int[] Of(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(k => (int)((long)k * (count - 1) / (most - 1)))];
}
