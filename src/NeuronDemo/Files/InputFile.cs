using NeuronDemo.Messages;
using NeuronDemo.Text;

namespace NeuronDemo.Files;

/// <summary>The one door in: opens the files that a user names, and says why one can't be read.</summary>
internal static class InputFile
{
    /// <summary>Opens a file, which may also be a pipe or a device.</summary>
    /// <exception cref="UnusableInputException">There is no such file, or it may not be read.</exception>
    /// <exception cref="OperationCanceledException">Opening was cancelled, while a pipe waited for its writer.</exception>
    public static FileStream Open(string path, CancellationToken cancellationToken = default)
    {
        string name = Excerpt.Name(path);
        if (path.Length == 0)
        {
            throw new UnusableInputException(new("The name of the file to read is empty.", "要读取的文件名是空的。"));
        }

        if (Directory.Exists(path))
        {
            throw new UnusableInputException(new($"'{name}' is a folder; name a file in it.", $"“{name}”是文件夹；请指定其中的文件。"));
        }

        RequireNotWritten(FileNode.At(path), new($"'{name}'", $"“{name}”"));

        // Others may keep it open, as spreadsheets do. To open a pipe lasts until somebody writes into it; that can't be
        // cancelled, only no longer waited for.
        return Try(path, () => Task.Run(() => new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0)).WaitAsync(cancellationToken).GetAwaiter().GetResult());
    }

    /// <summary>Opens standard input.</summary>
    /// <exception cref="UnusableInputException">It is closed, or leads to the file that is to be written.</exception>
    public static Stream OpenStandardInput()
    {
        Stream input = StandardStreams.OpenInput();
        RequireNotWritten(FileNode.StandardInput, new("Standard input", "标准输入"));
        return input;
    }

    /// <summary>Does something with a file, and says so if the file can't be read.</summary>
    /// <exception cref="UnusableInputException">The file can't be read.</exception>
    public static T Try<T>(string path, Func<T> read)
    {
        string name = Excerpt.Name(path);
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnusableInputException(new($"There is no file '{name}'.", $"没有文件“{name}”。"), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = Excerpt.Name(exception.Message);
            throw new UnusableInputException(new($"'{name}' can't be read: {reason}", $"无法读取“{name}”：{reason}"), exception);
        }
    }

    private static void RequireNotWritten(FileNode? file, Message name)
    {
        if (file is not null && OutputFile.WillReplace(file))
        {
            throw new UnusableInputException(new(
                $"{name.English} is also the file to write; name another file for one of both.",
                $"{name.Chinese}也是要写入的文件；请为其中之一指定别的文件。"));
        }
    }
}
