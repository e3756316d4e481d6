using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Figures;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Text;
using Spectre.Console;
using static System.FormattableString;

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

    // Of a text that is an input.
    private const int MostLetters = 12;

    // Inputs make room for outputs: they take at most a half of the width, and a quarter in any case.
    private const int MostInputShare = 2;
    private const int LeastInputShare = 4;

    private readonly Language _language;
    private readonly int _lines;
    private readonly int _hidden;
    private readonly int[] _rows;
    private readonly TrainingSet _data;
    private readonly InputColumns _inputs;
    private readonly Matrix<double> _targets;
    private readonly Matrix<double> _outputs;
    private readonly IReadOnlyList<string>? _names;
    private readonly int _rowWidth;
    private readonly int _targetWidth;
    private readonly int _groups;
    private readonly int _bar;

    /// <summary>Chooses what to show.</summary>
    /// <param name="run">The run.</param>
    /// <param name="language">The language of the headings.</param>
    /// <param name="width">How many cells a line may take.</param>
    /// <param name="lines">How many lines there may be, without the heading.</param>
    public OutputBars(WatchRun run, Language language, int width, int lines)
    {
        _language = language;
        _lines = lines;
        _data = run.Lesson.Data;
        int count = _data.Inputs.RowCount;
        int room = count <= lines ? count : lines - 1;
        _rows = room > 1 ? EvenChoice.Of(count, room) : [0];
        _hidden = count - _rows.Length;
        Matrix<double> inputs = Rows(_data.Inputs);
        _targets = Rows(_data.Targets);
        _outputs = run.Network.Think(inputs);
        _names = _data.TargetNames;

        _rowWidth = Math.Max(RowHeading.GetCellWidth(), Number(_rows[^1]).Length);
        _targetWidth = _targets.Enumerate().Max(target => Target(target).Length);
        if (_targets.ColumnCount == 1)
        {
            _targetWidth = Math.Max(_targetWidth, TargetHeading.GetCellWidth());
        }

        int rest = width - _rowWidth - Gap;
        int least = GroupWidth(LeastBar);
        int forInputs = Math.Min(rest - _targets.ColumnCount * least, rest / MostInputShare);
        _inputs = new(_data.InputColumns.Count > 0 ? Cells() : Texts(inputs), language, Math.Max(forInputs, rest / LeastInputShare));
        rest -= _inputs.Width;
        _groups = Math.Clamp(rest / least, 1, _targets.ColumnCount);
        _bar = Math.Clamp(rest / _groups - GroupWidth(0), 1, MostBar);
    }

    private string RowHeading => _language.Say("row", "行");

    private string TargetHeading => _language.Say("target", "目标");

    /// <summary>The heading above the columns.</summary>
    public ScreenLine Heading()
    {
        ScreenLine line = new ScreenLine().AddRight(RowHeading, _rowWidth, WatchStyle.Quiet).PadTo(_rowWidth + Gap);
        _inputs.AddHeading(line);
        for (int group = 0; group < _groups; group++)
        {
            line.PadTo(StartOf(group) + Gap);
            if (_targets.ColumnCount == 1)
            {
                line.AddRight(TargetHeading, _targetWidth, WatchStyle.Quiet).Add(" ").AddRight(_language.Say("output", "输出"), OutputWidth, WatchStyle.Quiet);
            }
            else
            {
                string name = _names is null ? _language.Say($"output {group + 1}", $"输出 {group + 1}") : _names[group];
                line.Add(new ScreenLine().Add(name, WatchStyle.Quiet).Cut(GroupWidth(_bar) - Gap));
            }
        }

        return _groups == _targets.ColumnCount ? line : line.Add($" +{_targets.ColumnCount - _groups}", WatchStyle.Quiet);
    }

    /// <summary>The rows.</summary>
    public IEnumerable<ScreenLine> Draw()
    {
        for (int i = 0; i < Math.Min(_rows.Length, _lines); i++)
        {
            ScreenLine line = new ScreenLine().AddRight(Number(_rows[i]), _rowWidth, WatchStyle.Quiet).PadTo(_rowWidth + Gap);
            _inputs.AddRow(line, i);
            for (int group = 0; group < _groups; group++)
            {
                AddBar(line.PadTo(StartOf(group)), _targets[i, group], _outputs[i, group]);
            }

            yield return line;
        }

        if (_hidden > 0 && _lines > 1)
        {
            yield return new ScreenLine().Add(_language.Say($"… {_hidden} more rows", $"… 另有 {_hidden} 行"), WatchStyle.Quiet);
        }
    }

    private void AddBar(ScreenLine line, double target, double output)
    {
        line.AddRight(Target(target), Gap + _targetWidth)
            .AddRight(ScreenNumber.Precise(output), 1 + OutputWidth, WatchStyle.Strong).Add(" ");

        // The bar lies between the marks of 0 and 1; the mark of a target between them hides a cell of it.
        Style style = Math.Abs(target - output) < 0.5 ? WatchStyle.Good : WatchStyle.Bad;
        string track = (" " + Blocks.Rightward(output, _bar)).PadRight(_bar + 2);
        int mark = (int)Math.Round(target * (_bar + 1));
        line.Add(track[..mark], style).Add("│", WatchStyle.Quiet).Add(track[(mark + 1)..], style);
    }

    private int StartOf(int group) => _rowWidth + Gap + _inputs.Width + group * GroupWidth(_bar);

    private int GroupWidth(int bar) => Gap + _targetWidth + 1 + OutputWidth + 1 + 1 + bar + 1;

    private string Number(int row) => Invariant($"{_data.NumberOf(row)}");

    // Each column's cells in the shown rows, as the file has them.
    private string[][] Cells()
    {
        IReadOnlyList<string>[] rows = Array.ConvertAll(_rows, _data.CellsOf);
        return [.. Enumerable.Range(0, rows[0].Count).Select(column => Array.ConvertAll(rows, row => Excerpt.Of(row[column], MostLetters)))];
    }

    private static string[][] Texts(Matrix<double> inputs) => [.. inputs.EnumerateColumns().Select(column =>
    {
        bool whole = column.ForAll(double.IsInteger);
        return column.Select(number => ScreenNumber.Short(number, whole)).ToArray();
    })];

    private Matrix<double> Rows(Matrix<double> matrix) =>
        Matrix<double>.Build.Dense(_rows.Length, matrix.ColumnCount, (i, j) => matrix[_rows[i], j]);

    private static string Target(double target) => ScreenNumber.Short(target, double.IsInteger(target));
}
