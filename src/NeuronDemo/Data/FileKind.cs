using System.Text;
using System.Text.Unicode;
using NeuronDemo.Messages;

namespace NeuronDemo.Data;

/// <summary>Recognises files that are not CSV, though a table may be in them, and says how to get one.</summary>
internal static class FileKind
{
    // What Excel's menu calls it.
    private const string Menu = "CSV UTF-8 (Comma delimited)";
    private const string ChineseMenu = "“CSV UTF-8(逗号分隔)”";

    // What files begin with; a character is a byte.
    private static readonly (string Start, string Kind)[] Others =
    [
        ("PAR1\u0015", "Parquet"),
        ("ARROW1\0", "Arrow"),
        ("\u0093NUMPY", "NumPy"),
        ("\u0089HDF", "HDF5"),
        ("SQLite format 3\0", "SQLite"),
        ("%PDF", "PDF"),
        ("@relation", "ARFF"),
        ("<!doctype html", "HTML"),
        ("<html", "HTML"),
        ("<?xml", "XML"),
    ];

    private static readonly (string Start, string Kind)[] Archives =
    [
        ("PK\u0003\u0004", "zip"),
        ("\u001F\u008B", "gzip"),
        ("BZh91AY", "bzip2"),
        ("\u00FD7zXZ", "xz"),
        ("(\u00B5/\u00FD", "zstd"),
        ("7z\u00BC\u00AF", "7z"),
        ("Rar!\u001A", "rar"),
    ];

    /// <summary>What to do about bytes that are not text in UTF-8.</summary>
    public static Message NotUtf8 { get; } = new(
        $"bytes that are not text in UTF-8; save the file as UTF-8, which Excel calls {Menu}.",
        $"含有不属于 UTF-8 的字节（可能是 GBK）；请另存为 UTF-8，在 Excel 中叫{ChineseMenu}。");

    /// <summary>Refuses what is known not to be CSV.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="content">The beginning of the file.</param>
    public static void RequireCsv(string file, ReadOnlySpan<byte> content)
    {
        string start = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 100)]);
        Message? kind =
            IsWorkbook(start) ? new($"an Excel workbook; save it as {Menu}.", $" Excel 工作簿；请另存为{ChineseMenu}。")
            : start.Contains("opendocument", StringComparison.Ordinal) ? new("an OpenDocument file; save it as CSV in UTF-8.", " OpenDocument 文件；请另存为 UTF-8 的 CSV。")
            : IsUtf16(start) ? new($"text in UTF-16; save it as UTF-8, which Excel calls {Menu}.", $" UTF-16 文本；请另存为 UTF-8，在 Excel 中叫{ChineseMenu}。")
            : KindOf(start, Archives) is string archive ? new($"compressed ({archive}); unpack it first.", $"压缩文件（{archive}）；请先解压。")
            : KindOf(start, Others) is string other ? new($"a file of another kind ({other}); save the table in it as CSV.", $"另一种文件（{other}）；请把其中的表格另存为 CSV。")
            : null;
        if (kind is not null)
        {
            throw new UnusableInputException(new($"'{file}' is {kind.English}", $"“{file}”是{kind.Chinese}"));
        }
    }

    /// <summary>Refuses rows that are not text in UTF-8 with usual line ends.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="line">The row's line.</param>
    /// <param name="row">The row, with its line end.</param>
    public static void RequireText(string file, long line, ReadOnlySpan<byte> row)
    {
        if (!(row is [.. var content, (byte)'\r', (byte)'\n'] ? content : row).ContainsAny((byte)'\0', (byte)'\r') && Utf8.IsValid(row))
        {
            return;
        }

        for (int at = 0; at < row.Length; at++)
        {
            if (row[at] == '\0')
            {
                throw At(row[..at], new("a zero byte; the file is not text in UTF-8.", "有零字节；文件不是 UTF-8 文本。"));
            }

            if (row[at] == '\r' && row[(at + 1)..] is not [(byte)'\n', ..])
            {
                throw At(row[..at], new("a carriage return without a line feed; save the file with line ends LF or CRLF.", "回车符后没有换行符；请以 LF 或 CRLF 行尾保存文件。"));
            }
        }

        if (!Utf8.IsValid(row))
        {
            throw At([], NotUtf8);
        }

        UnusableInputException At(ReadOnlySpan<byte> before, Message found) => CsvProblem.At(file, line + before.Count((byte)'\n'), found);
    }

    private static bool IsWorkbook(string start) =>
        start.StartsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", StringComparison.Ordinal)
        || (start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
            && (start.Contains("[Content_Types].xml", StringComparison.Ordinal) || start.Contains("xl/", StringComparison.Ordinal) || start.Contains("_rels/", StringComparison.Ordinal)));

    // With its mark, or without one where the first letters are plain.
    private static bool IsUtf16(string start) =>
        start.StartsWith("\u00FF\u00FE", StringComparison.Ordinal)
        || start.StartsWith("\u00FE\u00FF", StringComparison.Ordinal)
        || start is [> '\0', '\0', > '\0', '\0', ..] or ['\0', > '\0', '\0', > '\0', ..];

    private static string? KindOf(string start, (string Start, string Kind)[] kinds) =>
        Array.Find(kinds, kind => start.TrimStart().StartsWith(kind.Start, StringComparison.OrdinalIgnoreCase)).Kind;
}
