using System.Collections.Concurrent;
using System.Text;

namespace NeuronDemo.Data;

/// <summary>The different texts of a column, as threads come across them.</summary>
internal sealed class ColumnTexts
{
    private const int MostBytesOnStack = 256;

    private readonly ConcurrentDictionary<string, int> _numbers = new(concurrencyLevel: 1, capacity: 0, StringComparer.Ordinal);
    private readonly Lock _adding = new();
    private volatile bool _areTooMany;

    /// <summary>The number of a text: that of its first coming, which depends on the threads until <see cref="Sort"/>.</summary>
    public double NumberOf(ReadOnlySpan<byte> content)
    {
        Span<char> text = content.Length <= MostBytesOnStack ? stackalloc char[MostBytesOnStack] : new char[content.Length];
        text = text[..Encoding.UTF8.GetChars(content, text)];
        if (text.Contains('\n'))
        {
            text = CellContent.Text(content).ToCharArray();
        }

        return _areTooMany ? double.NaN
            : _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int number) ? number
            : Add(text.ToString());
    }

    /// <summary>Puts the texts in ascending order.</summary>
    /// <param name="values">The numbers of the column's texts, which become places in that order.</param>
    /// <returns>The texts; none if there are too many.</returns>
    public IReadOnlyList<string> Sort(Span<double> values)
    {
        if (_areTooMany)
        {
            values.Fill(double.NaN);
            return [];
        }

        string[] texts = [.. _numbers.Keys.Order(StringComparer.Ordinal)];
        double[] places = new double[texts.Length];
        for (int place = 0; place < texts.Length; place++)
        {
            places[_numbers[texts[place]]] = place;
        }

        foreach (ref double value in values)
        {
            value = double.IsNaN(value) ? value : places[(int)value];
        }

        return texts;
    }

    private double Add(string text)
    {
        lock (_adding)
        {
            if (_numbers.TryGetValue(text, out int number))
            {
                return number;
            }

            if (_numbers.Count == TableColumn.MostTexts)
            {
                _areTooMany = true;
                return double.NaN;
            }

            return _numbers[text] = _numbers.Count;
        }
    }
}
