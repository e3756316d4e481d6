using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Lessons;

/// <summary>Which rows are not learned from.</summary>
internal static class HoldOut
{
    /// <summary>Parts rows: the first of NumPy's permutation are held out. Both parts keep the file's order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="share">How many of them to hold out, 0 to 1; 0 holds out none.</param>
    /// <param name="seed">The seed of the permutation.</param>
    /// <returns>The rows to learn from and those to hold out.</returns>
    /// <exception cref="UnusableInputException">One of the parts would be empty.</exception>
    public static (int[] Learned, int[] HeldOut) Split(int[] rows, double share, uint seed)
    {
        if (share == 0)
        {
            return (rows, []);
        }

        int count = (int)Math.Round(share * rows.Length, MidpointRounding.AwayFromZero);
        if (count == 0 || count == rows.Length)
        {
            throw new UnusableInputException(new(
                $"--hold-out takes {count} of {rows.Length} rows; some have to be held out and some learned from.",
                $"--hold-out 会从 {rows.Length} 行中留出 {count} 行；留出的和用于学习的都不能为空。"));
        }

        int[] order = new NumpyRandom(seed).Permutation(rows.Length);
        return ([.. order.Skip(count).Order().Select(i => rows[i])], [.. order.Take(count).Order().Select(i => rows[i])]);
    }
}
