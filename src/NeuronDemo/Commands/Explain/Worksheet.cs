using System.Globalization;
using System.Text;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Commands.Explain;

/// <summary>A calculation written down for a terminal of 80 columns: numbered sections with matrices and worked lines.</summary>
internal sealed class Worksheet(Language language)
{
    /// <summary>How many rows of a matrix are printed.</summary>
    public const int MostRows = 8;

    private const int Width = 80;
    private const int MostColumns = 6;
    private const string Indent = "   ";
    private const string MatrixIndent = "     ";

    private readonly StringBuilder _text = new();
    private int _section;

    /// <summary>Begins the page.</summary>
    public void Title(Message title) => _text.Append(title.In(language)).Append("\n\n");

    /// <summary>Begins a group of sections: a line across the page.</summary>
    public void Part(Message title)
    {
        string words = $"\n--- {title.In(language)} ";
        _text.Append(words).Append('-', Width + 1 - TextTable.WidthOf(words)).Append('\n');
    }

    /// <summary>Begins a section: its number, name and formula on one line, then why it is there.</summary>
    public void Section(Message name, string formula, Message why)
    {
        _section++;
        _text.Append(CultureInfo.InvariantCulture, $"\n{_section}. {name.In(language)}   {formula}\n");
        Line(why);
    }

    /// <summary>Begins a section on a matrix, whose shape (rows x columns) ends the heading, and prints it.</summary>
    public void Section(Message name, string formula, Message why, Matrix<double> matrix)
    {
        Section(name, $"{formula}   {Shape(matrix)}", why);
        _text.Append('\n');
        AppendLines(Lines(matrix));
        AppendLeftOut(matrix);
    }

    /// <summary>Begins a section on the last one of two matrices of one shape, and prints both.</summary>
    public void Section(Message name, string formula, Message why, (string Symbol, Matrix<double> Matrix) first, (string Symbol, Matrix<double> Matrix) last)
    {
        Section(name, $"{formula}   {Shape(last.Matrix)}", why);
        _text.Append('\n');
        string[] left = Labelled(first.Symbol, first.Matrix);
        string[] right = Labelled(last.Symbol, last.Matrix);
        int width = left.Max(line => line.Length) + MatrixIndent.Length;
        if (MatrixIndent.Length + width + right.Max(line => line.Length) <= Width)
        {
            AppendLines(left.Zip(right, (l, r) => l.PadRight(width) + r));
        }
        else
        {
            AppendLines([first.Symbol + " =", .. Lines(first.Matrix), last.Symbol + " =", .. Lines(last.Matrix)]);
        }

        AppendLeftOut(last.Matrix);
    }

    /// <summary>Adds text; each of its lines is indented.</summary>
    public void Line(Message text)
    {
        foreach (string line in text.In(language).Split('\n'))
        {
            _text.Append(line.Length == 0 ? "" : Indent).Append(line).Append('\n');
        }
    }

    /// <summary>Adds a table, with an empty line above and below.</summary>
    public void Table(IEnumerable<Message[]> rows)
    {
        _text.Append('\n');
        AppendLines(TextTable.Format([.. rows.Select(row => Array.ConvertAll(row, cell => cell.In(language)))]).TrimEnd('\n').Split('\n'));
        _text.Append('\n');
    }

    /// <summary>Adds one worked line after an empty one: a label and a calculation.</summary>
    public void Worked(Message label, string calculation) =>
        _text.Append('\n').Append(Indent).Append(label.In(language)).Append(": ").Append(calculation).Append('\n');

    /// <summary>Adds a worked line that is a sum, with as many of its terms as fit.</summary>
    public void WorkedSum(Message label, string[] terms, string sum)
    {
        int free = Width - Indent.Length - TextTable.WidthOf(label.In(language)) - ": ".Length;
        int count = Enumerable.Range(1, terms.Length).LastOrDefault(count => Sum(count).Length <= free, 1);
        Worked(label, Sum(count));

        string Sum(int count) => $"{string.Join(" + ", terms[..count])}{(count < terms.Length ? " + ..." : "")} = {sum}";
    }

    public override string ToString() => _text.ToString();

    private static string Shape(Matrix<double> matrix) => $"({matrix.RowCount} x {matrix.ColumnCount})";

    private static string[] Lines(Matrix<double> matrix) => NumpyText.Format(
        matrix.SubMatrix(0, Math.Min(MostRows, matrix.RowCount), 0, Math.Min(MostColumns, matrix.ColumnCount))).Split('\n');

    private static string[] Labelled(string symbol, Matrix<double> matrix)
    {
        string label = symbol + " = ";
        return [.. Lines(matrix).Select((line, i) => (i == 0 ? label : new string(' ', label.Length)) + line)];
    }

    private void AppendLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            _text.Append(MatrixIndent).Append(line.TrimEnd()).Append('\n');
        }
    }

    private void AppendLeftOut(Matrix<double> matrix)
    {
        if (LeftOut(matrix) is Message note)
        {
            AppendLines([note.In(language)]);
        }
    }

    private static Message? LeftOut(Matrix<double> matrix) => (matrix.RowCount > MostRows, matrix.ColumnCount > MostColumns) switch
    {
        (true, true) => new(
            $"... the first {MostRows} of {matrix.RowCount} rows and {MostColumns} of {matrix.ColumnCount} columns",
            $"... 共 {matrix.RowCount} 行 {matrix.ColumnCount} 列，只列出前 {MostRows} 行、前 {MostColumns} 列"),
        (true, false) => new($"... the first {MostRows} of {matrix.RowCount} rows", $"... 共 {matrix.RowCount} 行，只列出前 {MostRows} 行"),
        (false, true) => new(
            $"... the first {MostColumns} of {matrix.ColumnCount} columns", $"... 共 {matrix.ColumnCount} 列，只列出前 {MostColumns} 列"),
        _ => null,
    };
}
