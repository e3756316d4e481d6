using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Files;

/// <summary>Keeps what can be read only once.</summary>
internal static class TemporaryFile
{
    /// <summary>
    /// Makes a file that is gone with its stream. Where that can be done it loses its name at once, so that nothing is left
    /// whatever ends the program.
    /// </summary>
    /// <exception cref="UnusableInputException">It can't be made.</exception>
    public static FileStream Create() => Try(() =>
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        FileStream file = new(path, options);
        File.Delete(path);
        return file;
    });

    /// <summary>Writes into such a file.</summary>
    /// <exception cref="UnusableInputException">It can't be written.</exception>
    public static void Write(FileStream file, ReadOnlyMemory<byte> bytes, long offset) => Try(() =>
    {
        RandomAccess.Write(file.SafeFileHandle, bytes.Span, offset);
        return true;
    });

    private static T Try<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string folder = Excerpt.Name(Path.GetTempPath());
            string reason = Excerpt.Name(exception.Message);
            throw new UnusableInputException(
                new(
                    $"What can be read only once is kept in '{folder}', where nothing can be written: {reason}; name another folder in TMPDIR.",
                    $"只能读取一次的输入要暂存在“{folder}”，但无法写入：{reason}；请用 TMPDIR 指定别的文件夹。"),
                exception);
        }
    }
}
