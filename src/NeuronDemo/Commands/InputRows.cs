using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Options;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary>The rows that a model is asked about. What does not fit the model is refused with what it expects.</summary>
internal static class InputRows
{
    private const int MostNames = 20;

    /// <summary>Rows out of words on the command line, one row after the other.</summary>
    public static Matrix<double> OfWords(string[] words, Model model)
    {
        int columns = model.Network.InputCount;

        // Before they are counted: "1,0,0" is one word, but not one number.
        double[] numbers = [.. words.Select(word => Number(word, model))];
        if (words.Length == 0 || words.Length % columns != 0)
        {
            Message found = words.Length switch
            {
                0 => new("No numbers are given", "没有给出数"),
                1 => new("1 number is given", "给出了 1 个数"),
                int count => new($"{count} numbers are given", $"给出了 {count} 个数"),
            };
            Message wanted = Expected(model);
            throw new UnusableInputException(new($"{found.English}; {wanted.English}", $"{found.Chinese}；{wanted.Chinese}"));
        }

        return Matrix<double>.Build.DenseOfRowMajor(words.Length / columns, columns, numbers);
    }

    /// <summary>The rows of a CSV file, which may have the targets as its last columns.</summary>
    public static Matrix<double> OfFile(Session session, string path, Model model)
    {
        using CsvFile file = DataOptions.Open(session, path);
        int columns = model.Network.InputCount;
        int withTargets = columns + model.Network.OutputCount;
        if (file.ColumnCount != columns && file.ColumnCount != withTargets)
        {
            Message wanted = Expected(model);
            throw new UnusableInputException(new(
                $"'{file.Name}' has {file.ColumnCount} {(file.ColumnCount == 1 ? "column" : "columns")}; {wanted.English} With targets it may have {withTargets}.",
                $"“{file.Name}”有 {file.ColumnCount} 列；{wanted.Chinese}若带目标值，应为 {withTargets} 列。"));
        }

        Matrix<double> numbers = file.ReadMatrix(session.Interrupted);
        return file.ColumnCount == columns ? numbers : numbers.SubMatrix(0, file.RowCount, 0, columns);
    }

    private static double Number(string word, Model model)
    {
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            return number;
        }

        Message wanted = Expected(model);
        Message hint = word.AsSpan().ContainsAny(",，")
            ? new(" (write a decimal point, and a space between numbers)", "（小数点用“.”，各数之间用空格隔开）")
            : new("", "");
        throw new UnusableInputException(new(
            $"'{Excerpt.Of(word)}' is not a number{hint.English}; {wanted.English}",
            $"“{Excerpt.Of(word)}”不是数{hint.Chinese}；{wanted.Chinese}"));
    }

    private static Message Expected(Model model)
    {
        int count = model.Network.InputCount;
        string names = string.Join(", ", model.InputNames.Take(MostNames).Select(name => Excerpt.Of(name))) + (count > MostNames ? ", ..." : "");
        return model.InputNames.Count == 0
            ? new(count == 1 ? "the model expects 1 a row." : $"the model expects {count} a row.", $"该模型每行需要 {count} 个数。")
            : new($"the model expects {count} a row: {names}.", $"该模型每行需要 {count} 个数：{names}。");
    }
}
