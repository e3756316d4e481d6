using NeuronDemo.Commands.Explain;
using NeuronDemo.Figures;
using NeuronDemo.Network;
using Spectre.Console;
using static System.FormattableString;

namespace NeuronDemo.Commands.Watch;

/// <summary>Each weight with a bar from the middle, to the left where it is negative. They stand below each other, in as many columns as are needed.</summary>
internal sealed class WeightLines
{
    private const int LeastHalf = 4;
    private const int MostHalf = 24;
    private const int Gap = 3;
    private const int NumberWidth = 8;

    private readonly NeuralNetwork _network;
    private readonly StepSymbols _symbols;
    private readonly int _width;
    private readonly int _lines;
    private readonly string _more;
    private readonly WeightPosition[] _shown;
    private readonly int _nameWidth;
    private readonly int _numberWidth;

    /// <summary>Chooses what to show.</summary>
    /// <param name="network">The network.</param>
    /// <param name="width">How many cells a line may take.</param>
    /// <param name="lines">How many lines there may be.</param>
    /// <param name="counted">Whether a heading tells how many there are; else the last line does.</param>
    public WeightLines(NeuralNetwork network, int width, int lines, bool counted)
    {
        _network = network;
        _symbols = new(network.Layers.Count, network.OutputCount);
        _width = width;
        _lines = lines;
        int count = network.WeightCount;
        WeightPosition last = WeightPosition.Find(network, count);
        _nameWidth = network.Layers.Max(layer => Name(last with { Row = layer.InputCount - 1, Column = layer.OutputCount - 1 }).Length);
        _numberWidth = NumberWidth;

        int columns = Columns(LeastHalf);
        if (!counted && count > (long)columns * lines)
        {
            _width -= Invariant($" +{count}").Length;
            columns = Columns(LeastHalf);
        }

        _shown = [.. (columns * lines > 1 ? EvenChoice.Of(count, columns * lines) : [0]).Select(index => WeightPosition.Find(network, index + 1))];
        _more = counted || Shown == count ? "" : Invariant($" +{count - Shown}");
        Count = count;
        double largest = _shown.Select(weight => Math.Abs(weight.In(network))).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        Scale = Math.Pow(2, Math.Ceiling(Math.Log2(Math.Max(1, largest))));
        _numberWidth = _shown.Select(weight => ScreenNumber.Precise(weight.In(network)).Length).Append(NumberWidth).Max();
    }

    /// <summary>How many weights there are.</summary>
    public int Count { get; }

    /// <summary>How many of them are shown.</summary>
    public int Shown => _shown.Length;

    /// <summary>How large a weight has a whole bar: a power of two, so that bars are seen to grow.</summary>
    public double Scale { get; }

    /// <summary>Draws them.</summary>
    public IEnumerable<ScreenLine> Draw()
    {
        if (_lines == 0)
        {
            yield break;
        }

        int columns = (_shown.Length + _lines - 1) / _lines;
        int used = (_shown.Length + columns - 1) / columns;
        int half = Math.Clamp(((_width + Gap) / columns - Gap - CellWidth(0)) / 2, LeastHalf, MostHalf);
        for (int line = 0; line < used; line++)
        {
            ScreenLine text = new();
            for (int index = line; index < _shown.Length; index += used)
            {
                Draw(text.PadTo(index / used * (CellWidth(half) + Gap)), _shown[index], half);
            }

            yield return line < used - 1 ? text : text.PadTo(Math.Min(_width, columns * (CellWidth(half) + Gap) - Gap)).Add(_more, WatchStyle.Quiet);
        }
    }

    private void Draw(ScreenLine line, WeightPosition position, int half)
    {
        double weight = position.In(_network);
        string left = weight < 0 ? Blocks.Leftward(-weight / Scale, half) : "";
        string right = weight > 0 ? Blocks.Rightward(weight / Scale, half) : "";
        line.Add(Name(position).PadRight(_nameWidth))
            .AddRight(ScreenNumber.Precise(weight), _numberWidth + 1).Add(" ")
            .AddRight(left, half, WatchStyle.Bad).Add("│", WatchStyle.Quiet).Add(right, WatchStyle.Good);
    }

    private int Columns(int half) => Math.Max(1, (_width + Gap) / (CellWidth(half) + Gap));

    private int CellWidth(int half) => _nameWidth + 1 + _numberWidth + 1 + half + 1 + half;

    private string Name(WeightPosition weight) => _symbols.Weight(weight.Layer, weight.Row, weight.Column);
}
