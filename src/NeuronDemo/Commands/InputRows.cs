using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models;
using NeuronDemo.Text;

namespace NeuronDemo.Commands;

/// <summary>The rows that a model is asked about, out of words on the command line.</summary>
internal static class InputRows
{
    private const int MostNames = 20;

    /// <summary>Reads one row after the other: a number or text for each column.</summary>
    /// <exception cref="UnusableInputException">What was given does not fit the model; it says what does.</exception>
    public static Matrix<double> OfWords(string[] words, Model model)
    {
        IReadOnlyList<InputColumn> columns =
            model.Inputs.Count > 0 ? model.Inputs : [.. Enumerable.Range(0, model.Network.InputCount).Select(_ => new InputColumn(""))];

        // "1,0,0" is one word, but not one number, and should be told so.
        bool fits = words.Length > 0 && words.Length % columns.Count == 0;
        double[][] inputs = fits || words.Any(HasComma) ? [.. words.Select((word, i) => InputsOf(word, columns[i % columns.Count], model))] : [];
        if (!fits)
        {
            Message found = words.Length switch
            {
                0 => new("No numbers are given", "没有给出输入值"),
                1 => new("1 number is given", "给出了 1 个值"),
                int count => new($"{count} numbers are given", $"给出了 {count} 个值"),
            };
            Message wanted = Expected(model);
            throw new UnusableInputException(new($"{found.English}; {wanted.English}", $"{found.Chinese}；{wanted.Chinese}"));
        }

        return Matrix<double>.Build.DenseOfRowMajor(words.Length / columns.Count, model.Network.InputCount, inputs.SelectMany(numbers => numbers));
    }

    private static double[] InputsOf(string word, InputColumn column, Model model)
    {
        if (column.Texts is { } texts)
        {
            int place = texts.ToList().IndexOf(word);
            string known = string.Join(", ", texts.Take(MostNames).Select(text => Excerpt.Of(text)));
            return place >= 0 ? [.. texts.Select((_, i) => i == place ? 1.0 : 0)] : throw new UnusableInputException(new(
                $"'{Excerpt.Of(word)}' was never seen in '{Excerpt.Of(column.Name)}'; the network knows {known}.",
                $"“{Excerpt.Of(column.Name)}”列中从未见过“{Excerpt.Of(word)}”；网络只认识 {known}。"));
        }

        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            return [number];
        }

        Message wanted = Expected(model);
        Message hint = HasComma(word)
            ? new(" (write a decimal point, and a space between numbers)", "（小数点用“.”，各数之间用空格隔开）")
            : new("", "");
        throw new UnusableInputException(new(
            $"'{Excerpt.Of(word)}' is not a number{hint.English}; {wanted.English}",
            $"“{Excerpt.Of(word)}”不是数{hint.Chinese}；{wanted.Chinese}"));
    }

    private static bool HasComma(string word) => word.AsSpan().ContainsAny(",，");

    private static Message Expected(Model model)
    {
        int count = model.Inputs.Count > 0 ? model.Inputs.Count : model.Network.InputCount;
        string names = string.Join(", ", model.Inputs.Take(MostNames).Select(column => Excerpt.Of(column.Name))) + (count > MostNames ? ", ..." : "");
        return model.Inputs.Count == 0
            ? new(count == 1 ? "the model expects 1 a row." : $"the model expects {count} a row.", $"该模型每行需要 {count} 个值。")
            : new($"the model expects {count} a row: {names}.", $"该模型每行需要 {count} 个值：{names}。");
    }
}
