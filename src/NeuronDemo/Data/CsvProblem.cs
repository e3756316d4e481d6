using System.Globalization;
using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Data;

/// <summary>Says what is wrong in a CSV file, and where.</summary>
internal static class CsvProblem
{
    /// <summary>Quotes that do not stand around whole cells.</summary>
    public static Message WrongQuotes { get; } = new(
        "the quote that opens the cell is not closed at its end.", "单元格开头的引号没有在结尾处闭合。");

    /// <summary>Something is wrong with a line.</summary>
    public static UnusableInputException At(string file, long line, Message found) => new(new(
        $"'{file}', line {line}: {found.English}",
        $"“{file}”第 {line} 行：{found.Chinese}"));

    /// <summary>Something is wrong with a cell.</summary>
    /// <param name="file">What the user calls the file.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="column">The column, counted from 0.</param>
    /// <param name="found">What was found.</param>
    public static UnusableInputException At(string file, long line, int column, Message found) => new(new(
        $"'{file}', line {line}, column {column + 1}: {found.English}",
        $"“{file}”第 {line} 行第 {column + 1} 列：{found.Chinese}"));

    /// <summary>Why a text can't be taken for a number, and what to write instead.</summary>
    public static Message NotANumber(string text)
    {
        string shown = Excerpt.Of(text);
        string? meant = NumberGuess.Of(text);
        return NumberGuess.HasDecimalComma(text)
            ? NumberGuess.HasThousands(text)
                ? new($"'{shown}' has a comma; write {NumberGuess.WithPoint(text)} if it is a decimal comma, {meant} if it separates thousands.",
                    $"“{shown}”中有逗号：如果是小数点，请写成 {NumberGuess.WithPoint(text)}；如果是千位分隔符，请写成 {meant}。")
                : new($"'{shown}' has a decimal comma; write a decimal point.", $"“{shown}”用了逗号作小数点；请写成“.”。")
            : text.Contains('\n', StringComparison.Ordinal) ? WrongQuotes
            : meant is not null ? new($"'{shown}' is not a number; write {meant}.", $"“{shown}”不是数；请写成 {meant}。")
            : double.TryParse(text, CultureInfo.InvariantCulture, out _) ? new($"'{shown}' is not a finite number.", $"“{shown}”不是有限的数。")
            : new($"'{shown}' is not a number.", $"“{shown}”不是数。");
    }

    /// <summary>Why a missing cell can't be taken for a number.</summary>
    public static Message Missing(string text) => text.Length == 0
        ? new("the cell is empty; every cell has to be a number.", "单元格为空；每个单元格都必须是数。")
        : new($"'{Excerpt.Of(text)}' stands for a missing value; every cell has to be a number.", $"“{Excerpt.Of(text)}”表示缺失值；每个单元格都必须是数。");

    /// <summary>Why a number can't be a target.</summary>
    public static Message NotATarget(double number) => new(
        string.Create(CultureInfo.InvariantCulture, $"the target {number} is not between 0 and 1."),
        string.Create(CultureInfo.InvariantCulture, $"目标值 {number} 不在 0 与 1 之间。"));

    /// <summary>The file is not what it was a moment ago.</summary>
    public static UnusableInputException Changed(string file) => new(new(
        $"'{file}' was changed while it was being read.", $"“{file}”在读取期间被改动。"));
}
