using NeuronDemo.Messages;
using NeuronDemo.Text;
using static System.FormattableString;

namespace NeuronDemo.Figures;

/// <summary>Names that the data brought and a picture leaves out, for no font here can write them.</summary>
internal static class UndrawableNames
{
    private const int MostTold = 5;

    /// <summary>Says which of the names are left out and what to do; null if none is.</summary>
    public static Message? Among(IEnumerable<string> names)
    {
        string[] undrawable = [.. names.Where(name => !FigureFont.CanWrite(name)).Select(Excerpt.Name)];
        if (undrawable.Length == 0)
        {
            return null;
        }

        string[] told = [.. undrawable.Take(MostTold)];
        int more = undrawable.Length - told.Length;
        return new(
            $"The picture leaves out names that no font here can write: {string.Join(", ", told.Select(name => $"'{name}'"))}"
            + (more > 0 ? Invariant($" and {more} more") : "") + ". Install a font that has their letters, such as Noto Sans CJK, and draw it again.",
            $"图中略去了这里没有字体能写出的名称：{string.Join('、', told.Select(name => $"“{name}”"))}"
            + (more > 0 ? Invariant($"，另有 {more} 个") : "") + "。请安装含有这些文字的字体，例如 Noto Sans CJK，再重新画图。");
    }
}
