using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Data;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Lessons;

/// <summary>Reads the columns that a network learned from out of another file: by name where it has names, else by their places.</summary>
/// <param name="inputs">The columns of the inputs; none if they are not known.</param>
/// <param name="inputCount">How many inputs the network takes.</param>
/// <param name="meaning">What its outputs mean, or null if that is not known.</param>
/// <param name="outputCount">How many outputs it gives.</param>
internal sealed class KnownColumns(IReadOnlyList<InputColumn> inputs, int inputCount, OutputMeaning? meaning, int outputCount)
{
    private readonly IReadOnlyList<InputColumn> _inputs =
        inputs.Count > 0 ? inputs : [.. Enumerable.Range(1, inputCount).Select(n => new InputColumn(FormattableString.Invariant($"{n}")))];

    private readonly OutputMeaning _meaning = meaning
        ?? new([.. Enumerable.Range(1, outputCount).Select(n => new NumberTarget(FormattableString.Invariant($"{inputCount + n}")))]);

    /// <summary>Reads a file. Columns that are neither inputs nor targets may hold anything.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skipsMissing">Whether rows without an input are left out; else they are refused.</param>
    /// <param name="needsTargets">Whether rows without a target are treated like those without an input.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="UnusableInputException">A column is missing, or a cell can't be used.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public KnownRows Read(CsvFile file, bool skipsMissing, bool needsTargets, CancellationToken cancellationToken)
    {
        bool byName = inputs.Count > 0 && file.ColumnNames is not null;
        string[] names = ColumnRoles.NamesOf(file);
        int[] places = byName ? Find(names, [.. _inputs.Select(column => column.Name)]) : PlacesIn(file);
        if (Array.IndexOf(places, -1) is >= 0 and int lacking)
        {
            throw NotFound(file.Name, names, _inputs[lacking].Name);
        }

        int[] targets = byName
            ? Find(names, [.. _meaning.Columns.Select(column => column.Name)])
            : [.. Enumerable.Range(_inputs.Count, _meaning.Columns.Count)];
        bool hasTargets = targets.All(place => place >= 0 && place < file.ColumnCount && !places.Contains(place));
        Table table = file.Read([new(places), new(hasTargets ? targets : [])], cancellationToken);
        IEnumerable<TableColumn> needed = table.Columns.Take(needsTargets ? table.Columns.Count : _inputs.Count).Where(column => !column.HasTooManyTexts);
        int[] rows = CompleteRows(file, table, [.. needed], skipsMissing);
        double[] x = new double[rows.Length * inputCount];
        int at = 0;
        for (int i = 0; i < _inputs.Count; i++)
        {
            TableColumn column = table.Columns[i];
            RequireCells(file, table, _inputs[i], column);
            int size = _inputs[i].InputCount * rows.Length;
            if (_inputs[i].Encode(column, rows, x.AsSpan(at, size)) is int row)
            {
                string known = string.Join(", ", _inputs[i].Texts!.Select(text => Excerpt.Of(text)));
                string given = Excerpt.Of(column.Texts![(int)column.Values.Span[row]]);
                throw CsvProblem.At(file.Name, table.LineOf(row), column.Index, new(
                    $"'{given}' was never seen in '{Excerpt.Of(_inputs[i].Name)}'; the network knows {known}.",
                    $"“{Excerpt.Of(_inputs[i].Name)}”列中从未见过“{given}”；网络只认识 {known}。"));
            }

            at += size;
        }

        return new(
            Matrix<double>.Build.Dense(rows.Length, inputCount, x), hasTargets ? Targets(table, rows) : null, rows, [.. Enumerable.Range(0, table.RowCount).Except(rows).Select(table.LineOf)]);
    }

    private static int[] CompleteRows(CsvFile file, Table table, TableColumn[] needed, bool skipsMissing)
    {
        IReadOnlyList<int> incomplete = table.IncompleteRows(needed);
        if (incomplete.Count == 0 || (skipsMissing && incomplete.Count < table.RowCount))
        {
            return [.. Enumerable.Range(0, table.RowCount).Except(incomplete)];
        }

        // Of the file the first one is shown.
        TableColumn column = needed.Where(column => column.Findings.Missing > 0).MinBy(column => (column.Findings.FirstMissing!.Value.Line, column.Index))!;
        throw CsvProblem.At(file.Name, column.Findings.FirstMissing!.Value.Line, column.Index, incomplete.Count == table.RowCount
            ? new("no row has every cell that the network asks for.", "没有一行包含网络所需的全部单元格。")
            : new(
                $"a cell is missing that the network asks for, as in {incomplete.Count} of {table.RowCount} rows; --skip-missing leaves these rows out.",
                $"缺少网络所需的单元格，{table.RowCount} 行中共有 {incomplete.Count} 行如此；--skip-missing 可跳过这些行。"));
    }

    private Matrix<double>? Targets(Table table, int[] rows)
    {
        TableColumn[] columns = [.. table.Columns.Skip(_inputs.Count)];
        double[] t = new double[rows.Length * outputCount];
        int at = 0;
        foreach ((TargetColumn target, TableColumn column) in _meaning.Columns.Zip(columns))
        {
            // Rows to ask about may well have no answers yet.
            if (column.HasTooManyTexts || (target is NumberTarget && column.Texts is not null) || rows.Any(row => double.IsNaN(column.Values.Span[row])))
            {
                return null;
            }

            TargetReader.Encode(target, column, rows, t.AsSpan(at, rows.Length * target.OutputCount));
            at += rows.Length * target.OutputCount;
        }

        return Matrix<double>.Build.Dense(rows.Length, outputCount, t);
    }

    // Where as many columns have a name as in the file that was learned from, they are taken in their order. -1 is not to be found.
    private static int[] Find(string[] names, string[] wanted)
    {
        ILookup<string, int> places = Enumerable.Range(0, names.Length).ToLookup(place => names[place]);
        ILookup<string, int> alike = Enumerable.Range(0, wanted.Length).ToLookup(i => wanted[i]);
        int[] found = Array.ConvertAll(wanted, _ => -1);
        foreach (IGrouping<string, int> same in alike.Where(same => places[same.Key].Count() == same.Count()))
        {
            foreach ((int i, int place) in same.Zip(places[same.Key]))
            {
                found[i] = place;
            }
        }

        return found;
    }

    private static UnusableInputException NotFound(string file, string[] names, string name)
    {
        string shown = Excerpt.Of(name);
        string all = string.Join(", ", names.Take(20).Select(other => Excerpt.Of(other)));
        return names.Count(other => other == name) is > 0 and int count
            ? new(new(
                $"'{file}' has {count} {(count == 1 ? "column" : "columns")} '{shown}', and the network learned from another number of them; give them different names.",
                $"“{file}”有 {count} 列叫“{shown}”，与网络学习时的列数不同；请改成不同的名字。"))
            : new(new(
                $"'{file}' has no column '{shown}', from which the network learned; it has {all}.",
                $"“{file}”没有网络学习时用的列“{shown}”；它的列有 {all}。"));
    }

    private int[] PlacesIn(CsvFile file)
    {
        int withTargets = _inputs.Count + _meaning.Columns.Count;
        return file.ColumnCount == _inputs.Count || file.ColumnCount == withTargets
            ? [.. Enumerable.Range(0, _inputs.Count)]
            : throw new UnusableInputException(new(
                $"'{file.Name}' has {file.ColumnCount} {(file.ColumnCount == 1 ? "column" : "columns")}; the model expects {_inputs.Count} a row{Names(": ")}. With targets it may have {withTargets}.",
                $"“{file.Name}”有 {file.ColumnCount} 列；该模型每行需要 {_inputs.Count} 个值{Names("：")}。若带目标值，应为 {withTargets} 列。"));
    }

    private string Names(string colon) =>
        inputs.Count == 0 ? "" : colon + string.Join(", ", inputs.Take(20).Select(column => Excerpt.Of(column.Name))) + (inputs.Count > 20 ? ", ..." : "");

    private static void RequireCells(CsvFile file, Table table, InputColumn input, TableColumn column)
    {
        if (input.Texts is null && column.Findings.FirstText is var (textLine, text))
        {
            throw CsvProblem.At(file.Name, textLine, column.Index, CsvProblem.NotANumber(text));
        }

        if (input.Texts is not null && (column.Texts is null || column.HasTooManyTexts))
        {
            throw CsvProblem.At(file.Name, table.LineOf(0), column.Index, new(
                $"'{Excerpt.Of(input.Name)}' holds {(column.Texts is null ? "numbers" : "too many different texts")}, where the network knows {string.Join(", ", input.Texts.Take(20).Select(known => Excerpt.Of(known)))}.",
                $"“{Excerpt.Of(input.Name)}”列{(column.Texts is null ? "是数" : "文本种类太多")}，而网络只认识 {string.Join(", ", input.Texts.Take(20).Select(known => Excerpt.Of(known)))}。"));
        }
    }
}
