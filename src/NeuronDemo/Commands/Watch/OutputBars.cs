using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Text;
using Spectre.Console;

namespace NeuronDemo.Commands.Watch;

/// <summary>
/// Rows with their inputs, and for each output its target and itself, as a number and as a bar. A mark stands where the
/// bar should end: before the bar for a target of 0, behind a whole bar for 1.
/// </summary>
internal sealed class OutputBars
{
    private const int Gap = 2;
    private const int OutputWidth = 6;
    private const int LeastBar = 6;
    private const int MostBar = 80;

    // Inputs make room for outputs, down to this share of the width.
    private const int LeastInputShare = 4;

    private readonly Language _language;
    private readonly int _lines;
    private readonly int _hidden;
    private readonly int[] _rows;
    private readonly string[][] _inputs;
    private readonly int[] _inputWidths;
    private readonly Matrix<double> _targets;
    private readonly Matrix<double> _outputs;
    private readonly int _rowWidth;
    private readonly int _inputWidth;
    private readonly int _targetWidth;
    private readonly int _groups;
    private readonly int _bar;
    private readonly IReadOnlyList<string>? _names;

    /// <summary>Chooses what to show.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="language">The language of the headings.</param>
    /// <param name="width">How many cells a line may take.</param>
    /// <param name="lines">How many lines there may be, without the heading.</param>
    public OutputBars(Lesson lesson, Language language, int width, int lines)
    {
        _language = language;
        _lines = lines;
        Matrix<double> inputs = lesson.Data.Inputs;
        int room = inputs.RowCount <= lines ? lines : Math.Max(0, lines - 1);
        _rows = room == 1 ? [0] : EvenChoice.Of(inputs.RowCount, room);
        _hidden = inputs.RowCount - _rows.Length;
        _names = lesson.Data.TargetNames;
        Matrix<double> shown = Rows(inputs);
        _targets = Rows(lesson.Data.Targets);
        _outputs = _rows.Length == 0 ? _targets : lesson.Network.Think(shown);

        _rowWidth = Math.Max(RowHeading.GetCellWidth(), _rows.Length == 0 ? 0 : Invariant(_rows[^1] + 1).Length);
        _inputs = [.. shown.EnumerateColumns().Select(Texts)];
        _inputWidths = [.. _inputs.Select(column => column.Max(text => text.Length))];
        bool whole = _targets.ForAll(double.IsInteger);
        _targetWidth = _targets.Enumerate().Select(target => ScreenNumber.Short(target, whole).Length).DefaultIfEmpty(1).Max();
        if (_targets.ColumnCount == 1)
        {
            _targetWidth = Math.Max(_targetWidth, TargetHeading.GetCellWidth());
        }

        int group = Gap + _targetWidth + 1 + OutputWidth + 1;
        int rest = width - _rowWidth - Gap;
        int inputRoom = Math.Max(rest - _targets.ColumnCount * (group + LeastBar + 2), rest / LeastInputShare);
        (InputsShown, _inputWidth) = FitInputs(inputRoom);
        rest -= _inputWidth;
        _groups = Math.Clamp(rest / (group + LeastBar + 2), 1, _targets.ColumnCount);
        _bar = Math.Clamp(rest / _groups - group - 2, 1, MostBar);
    }

    /// <summary>How many of the inputs there is room for.</summary>
    public int InputsShown { get; }

    private string RowHeading => Say("row", "行");

    private string TargetHeading => Say("target", "目标");

    /// <summary>The heading above the columns.</summary>
    public ScreenLine Heading()
    {
        string inputs = Say("inputs", "输入");
        string left = InputsShown == _inputs.Length ? "" : Say($" {InputsShown} of {_inputs.Length}", $" {InputsShown}/{_inputs.Length}");
        ScreenLine line = new ScreenLine().AddRight(RowHeading, _rowWidth, WatchStyle.Quiet).PadTo(_rowWidth + Gap)
            .Add(inputs + left, WatchStyle.Quiet);
        for (int group = 0; group < _groups; group++)
        {
            int start = _rowWidth + Gap + _inputWidth + group * GroupWidth;
            if (_targets.ColumnCount == 1)
            {
                line.PadTo(start + Gap).AddRight(TargetHeading, _targetWidth, WatchStyle.Quiet)
                    .Add(" ").AddRight(Say("output", "输出"), OutputWidth, WatchStyle.Quiet);
            }
            else
            {
                line.PadTo(start + Gap).Add(NameOf(group), WatchStyle.Quiet);
            }
        }

        return _groups == _targets.ColumnCount ? line : line.Add(" +" + Invariant(_targets.ColumnCount - _groups), WatchStyle.Quiet);
    }

    /// <summary>The rows.</summary>
    public IEnumerable<ScreenLine> Draw()
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            ScreenLine line = new ScreenLine().AddRight(Invariant(_rows[i] + 1), _rowWidth, WatchStyle.Quiet).PadTo(_rowWidth + Gap - 1);
            for (int j = 0; j < InputsShown; j++)
            {
                line.AddRight(_inputs[j][i], _inputWidths[j] + 1);
            }

            if (InputsShown < _inputs.Length)
            {
                line.Add(" …", WatchStyle.Quiet);
            }

            for (int group = 0; group < _groups; group++)
            {
                line.PadTo(_rowWidth + Gap + _inputWidth + group * GroupWidth);
                Draw(line, _targets[i, group], _outputs[i, group]);
            }

            yield return line;
        }

        if (_hidden > 0 && _lines > 0)
        {
            yield return new ScreenLine().Add(Say($"… {_hidden} more rows", $"… 另有 {_hidden} 行"), WatchStyle.Quiet);
        }
    }

    private int GroupWidth => Gap + _targetWidth + 1 + OutputWidth + 1 + _bar + 2;

    private void Draw(ScreenLine line, double target, double output)
    {
        bool near = Math.Abs(target - output) < 0.5;
        line.AddRight(ScreenNumber.Short(target, double.IsInteger(target)), Gap + _targetWidth)
            .AddRight(ScreenNumber.Precise(output), 1 + OutputWidth, WatchStyle.Strong).Add(" ");

        // The bar stands between the marks of 0 and 1; the mark of a target between them hides a cell of it.
        string track = (" " + Blocks.Rightward(output, _bar)).PadRight(_bar + 2);
        int mark = (int)Math.Round(target * (_bar + 1));
        line.Add(track[..mark], near ? WatchStyle.Good : WatchStyle.Bad).Add("│", WatchStyle.Quiet)
            .Add(track[(mark + 1)..], near ? WatchStyle.Good : WatchStyle.Bad);
    }

    private (int Count, int Width) FitInputs(int room)
    {
        int all = _inputWidths.Sum(width => width + 1) - 1;
        int heading = Say("inputs", "输入").GetCellWidth();
        if (all <= room)
        {
            return (_inputs.Length, Math.Max(all, heading));
        }

        int count = 0;
        int used = 1;
        while (used + _inputWidths[count] + 1 <= room)
        {
            used += _inputWidths[count++] + 1;
        }

        return (count, Math.Max(used, heading));
    }

    private string NameOf(int output)
    {
        string name = _names is null ? Say($"output {output + 1}", $"输出 {output + 1}") : _names[output];
        return string.Concat(new ScreenLine().Add(name).Fit(GroupWidth - Gap).Select(segment => segment.Text)).TrimEnd();
    }

    private Matrix<double> Rows(Matrix<double> matrix) =>
        Matrix<double>.Build.Dense(_rows.Length, matrix.ColumnCount, (i, j) => matrix[_rows[i], j]);

    private static string[] Texts(Vector<double> column)
    {
        bool whole = column.ForAll(double.IsInteger);
        return [.. column.Select(number => ScreenNumber.Short(number, whole))];
    }

    private string Say(string english, string chinese) => new Message(english, chinese).In(_language);

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
