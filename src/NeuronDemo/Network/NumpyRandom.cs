using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace NeuronDemo.Network;

/// <summary>
/// NumPy's legacy random numbers, bit for bit: what <c>numpy.random.RandomState(seed)</c> gives, or the functions of
/// <c>numpy.random</c> after <c>numpy.random.seed(seed)</c>.
/// </summary>
/// <remarks>
/// Both use the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998) with the same seeding. Math.NET makes a
/// double of one 32-bit draw; NumPy makes one of two, so that all 53 bits of the fraction are random.
/// </remarks>
/// <param name="seed">The seed, 0 to 4294967295.</param>
public sealed class NumpyRandom(uint seed)
{
    // Not "new MersenneTwister", which sets up a cryptographic random number generator first: half of a short run's time.
    private readonly IEnumerator<double> _draws = MersenneTwister.DoubleSequence(unchecked((int)seed)).GetEnumerator();

    /// <summary>The next number, uniformly distributed in [0, 1).</summary>
    /// <returns>(2^26 (a / 2^5) + b / 2^6) / 2^53 of the next two 32-bit draws a and b, in whole numbers.</returns>
    public double NextDouble()
    {
        uint high = Draw() >> 5;
        uint low = Draw() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// <summary>
    /// Starting weights as the tutorial draws them: <c>2 * random_sample((rows, columns)) - 1</c>, row by row.
    /// </summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <returns>rows x columns numbers, uniformly distributed in [-1, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is not positive.</exception>
    public Matrix<double> NextWeights(int rows, int columns)
    {
        Matrix<double> weights = Matrix<double>.Build.Dense(rows, columns);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                weights[row, column] = 2 * NextDouble() - 1;
            }
        }

        return weights;
    }

    /// <summary>
    /// The whole numbers from 0 to n - 1 in random order: what <c>numpy.random.permutation(n)</c> gives next.
    /// </summary>
    /// <remarks>Fisher and Yates: from the last place down, each swaps with one drawn from the places up to its own.</remarks>
    /// <param name="n">How many, 0 or more.</param>
    /// <returns>Each of the numbers once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public int[] Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        int[] numbers = [.. Enumerable.Range(0, n)];
        for (int last = n - 1; last > 0; last--)
        {
            int place = NextInteger(last);
            (numbers[place], numbers[last]) = (numbers[last], numbers[place]);
        }

        return numbers;
    }

    // 0 to most, at least 1: as many low bits of a draw as most has, drawn again while they make more than it.
    private int NextInteger(int most)
    {
        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)most);
        uint value;
        do
        {
            value = Draw() & mask;
        }
        while (value > most);
        return (int)value;
    }

    // Math.NET returns the draw divided by 2^32, which is exact and so can be undone.
    private uint Draw()
    {
        _draws.MoveNext();
        return (uint)(_draws.Current * 4294967296.0);
    }
}
