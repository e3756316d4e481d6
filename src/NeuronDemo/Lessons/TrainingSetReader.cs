using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Data;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>Makes a training set of a file: which rows, which inputs, which targets, and what of them is held out.</summary>
internal sealed class TrainingSetReader
{
    private const int MostTexts = 50;

    private readonly CsvFile _file;
    private readonly DataChoice _choice;
    private readonly ColumnRoles _roles;
    private readonly Table _table;

    private TrainingSetReader(CsvFile file, DataChoice choice, CancellationToken cancellationToken)
    {
        _file = file;
        _choice = choice;
        _roles = ColumnRoles.Of(file, choice, cancellationToken);
        _table = file.Read([new(_roles.Inputs, choice.AddsBias ? 1 : 0), new(_roles.Targets)], cancellationToken);
    }

    private IEnumerable<TableColumn> InputColumns => _table.Columns.Take(_roles.Inputs.Length);

    private IEnumerable<TableColumn> TargetColumns => _table.Columns.Skip(_roles.Inputs.Length);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnusableInputException">Something in it can't be learned from.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainingSet Read(CsvFile file, DataChoice choice, CancellationToken cancellationToken) =>
        new TrainingSetReader(file, choice, cancellationToken).Read();

    private TrainingSet Read()
    {
        RequireNoSlip();
        RequireFewTexts();
        int[] rows = CompleteRows();
        (int[] learned, int[] heldOut) = HoldOut.Split(rows, _choice.HoldOut, _choice.Seed);
        InputColumn[] inputs = [.. InputColumns.Select(column => new InputColumn(NameOf(column)) { Texts = TextsOf(column, rows) })];
        TargetColumn[] targets = [.. TargetColumns.Select(column => TargetReader.Describe(_file.Name, NameOf(column), column, rows, learned))];
        TrainingSet data = Set(learned) with
        {
            HeldOut = heldOut.Length > 0 ? Set(heldOut) : null,
            FileName = _file.Name,
            HasNames = _file.ColumnNames is not null,
            RowsLeftOut = _table.RowCount - rows.Length,
            TargetsAreGuessed = _choice is { Targets.Count: 0, TargetCount: null },
            DuplicateNames = Duplicates(),
        };
        data = data with { Doubts = Doubts.About(data) };
        return _choice.Standardizes ? data.Standardize() : data;

        TrainingSet Set(int[] chosen) => new(InputsOf(chosen, inputs), TargetsOf(chosen, targets))
        {
            InputColumns = inputs,
            Meaning = new(targets),
            HasBias = _choice.AddsBias,
            RowNumbers = chosen.Length == _table.RowCount ? null : chosen,
        };
    }

    // A few words among numbers are a slip, or a way to say "unknown", and numbers in another notation are no texts either. Of all
    // that is wrong the first thing in the file is told.
    private void RequireNoSlip()
    {
        TableColumn? column = _table.Columns.Where(HasSlip).MinBy(column => (column.Findings.FirstText!.Value.Line, column.Index));
        if (column?.Findings.FirstText is var (line, text))
        {
            Message problem = CsvProblem.NotANumber(text);
            throw CsvProblem.At(_file.Name, line, column.Index, column.NumberCount < 2 ? problem : new(
                $"{problem.English} The column holds {column.NumberCount} numbers; correct the cell, empty it and use --skip-missing, or leave the column out with {Ignore(column)}.",
                $"{problem.Chinese}该列有 {column.NumberCount} 个数；请更正此单元格，或清空它并使用 --skip-missing，或用 {Ignore(column)} 去掉该列。"));
        }

        static bool HasSlip(TableColumn column) => column.Findings.FirstText is var (_, text)
            && (column.NumberCount >= column.Findings.Texts || NumberGuess.Of(text) is not null);
    }

    private void RequireFewTexts()
    {
        TableColumn[] columns = [.. _table.Columns.Where(column => column.Texts is { } texts && (column.HasTooManyTexts || texts.Count > MostTexts))];
        if (Array.Find(columns, column => _roles.Targets.Contains(column.Index)) is { } target)
        {
            Message others = ColumnSummary.List(_table.Columns);
            throw new UnusableInputException(new(
                $"'{_file.Name}', target column '{Excerpt.Of(NameOf(target))}': {Count(target)} different texts, and at most {MostTexts} can be classes. Name the target with --targets; the columns are {others.English}",
                $"“{_file.Name}”的目标列“{Excerpt.Of(NameOf(target))}”有{CountInChinese(target)} 种文本，而类别最多 {MostTexts} 个。请用 --targets 指定目标列；各列为：{others.Chinese}"));
        }

        if (columns.Length > 0)
        {
            string english = string.Join(", ", columns.Select(column => $"'{Excerpt.Of(NameOf(column))}': {Count(column)} different texts"));
            string chinese = string.Join('、', columns.Select(column => $"“{Excerpt.Of(NameOf(column))}”列有{CountInChinese(column)} 种文本"));
            throw new UnusableInputException(new(
                $"'{_file.Name}', {(columns.Length == 1 ? "column" : "columns")} {english}, and at most {MostTexts} can be inputs; leave {(columns.Length == 1 ? "it" : "them")} out with {Ignore(columns)}.",
                $"“{_file.Name}”的{chinese}，而作输入最多 {MostTexts} 种；请用 {Ignore(columns)} 去掉{(columns.Length == 1 ? "该" : "这些")}列。"));
        }

        static string Count(TableColumn column) => column.HasTooManyTexts ? $"more than {TableColumn.MostTexts}" : $"{column.Texts!.Count}";

        static string CountInChinese(TableColumn column) => column.HasTooManyTexts ? $"超过 {TableColumn.MostTexts}" : $" {column.Texts!.Count}";
    }

    private int[] CompleteRows()
    {
        IReadOnlyList<int> incomplete = _table.IncompleteRows(_table.Columns);
        int[] rows = incomplete.Count == 0
            ? [.. Enumerable.Range(0, _table.RowCount)]
            : [.. Enumerable.Range(0, _table.RowCount).Except(incomplete)];
        TableColumn[] gappy = [.. _table.Columns.Where(column => column.Findings.Missing > 0).OrderByDescending(column => column.Findings.Missing)];
        if (incomplete.Count > 0 && (!_choice.SkipsMissing || rows.Length == 0))
        {
            string where = string.Join(", ", gappy.Take(5).Select(column => $"{Excerpt.Of(NameOf(column))} ({column.Findings.Missing})"));
            throw new UnusableInputException(rows.Length == 0
                ? new($"'{_file.Name}': no row is complete; cells are missing in {where}. Leave a column out with {Ignore(gappy[0])}.",
                    $"“{_file.Name}”没有一行是完整的；缺失的列（个数）：{where}。可用 {Ignore(gappy[0])} 去掉一列。")
                : new($"'{_file.Name}' has {incomplete.Count} {(incomplete.Count == 1 ? "row" : "rows")} with missing cells, the first on line {_table.LineOf(incomplete[0])}: {where}. "
                    + $"--skip-missing leaves these rows out, {Ignore(gappy[0])} a column.",
                    $"“{_file.Name}”有 {incomplete.Count} 行含缺失单元格，最早在文件的第 {_table.LineOf(incomplete[0])} 行：{where}。--skip-missing 可跳过这些行，{Ignore(gappy[0])} 可去掉一列。"));
        }

        return rows;
    }

    private Matrix<double> InputsOf(int[] rows, InputColumn[] columns)
    {
        int width = columns.Sum(column => column.InputCount);
        int spare = _choice.AddsBias ? 1 : 0;
        double[] values = _table.Blocks[0];
        if (rows.Length < _table.RowCount || !columns.All(column => column.Texts is null))
        {
            // What is numbers and needed whole was read to its place; all else is put there now.
            values = new double[checked(rows.Length * (width + spare))];
            int place = 0;
            foreach ((TableColumn column, InputColumn input) in InputColumns.Zip(columns))
            {
                input.Encode(column, rows, values.AsSpan(place, rows.Length * input.InputCount));
                place += rows.Length * input.InputCount;
            }
        }

        values.AsSpan(rows.Length * width).Fill(1);
        return Matrix<double>.Build.Dense(rows.Length, width + spare, values);
    }

    private Matrix<double> TargetsOf(int[] rows, TargetColumn[] columns)
    {
        double[] values = new double[rows.Length * columns.Sum(column => column.OutputCount)];
        int place = 0;
        foreach ((TableColumn column, TargetColumn target) in TargetColumns.Zip(columns))
        {
            TargetReader.Encode(target, column, rows, values.AsSpan(place, rows.Length * target.OutputCount));
            place += rows.Length * target.OutputCount;
        }

        return Matrix<double>.Build.Dense(rows.Length, values.Length / rows.Length, values);
    }

    private static string[]? TextsOf(TableColumn column, int[] rows) => column.Texts is { } texts
        ? [.. rows.Select(row => (int)column.Values.Span[row]).Distinct().Order().Select(place => texts[place])]
        : null;

    private string[] Duplicates() => [.. (_file.ColumnNames ?? []).GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key)];

    private static string Ignore(params TableColumn[] columns) => $"--ignore {ShellWord.Of(string.Join(',', columns.Select(column => Excerpt.Of(NameOf(column), Excerpt.MostCopied))))}";

    private static string NameOf(TableColumn column) => ColumnRoles.NameOf(column.Name, column.Index);
}
