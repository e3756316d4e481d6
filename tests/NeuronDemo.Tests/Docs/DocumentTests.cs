using System.Text.RegularExpressions;

namespace NeuronDemo.Tests.Docs;

/// <summary>What README and docs show is true.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class DocumentTests : IDisposable
{
    private const string Pictures = "docs/pictures/";
    private const string ChineseFolder = "zh/";

    // As docs/make-pictures.sh draws them.
    private const string PageSize = " --width 640 --height 480";

    private static readonly string[] Kinds = ["bash", "console", "csharp", "csv", "math", "powershell", "python", "zsh"];
    private static readonly string[] Projects = ["src", "tests"];

    private readonly ProjectFolder _folder = new();

    public static TheoryData<string> Names => [.. Document.Names];

    public static TheoryData<string> Translations => [.. Document.Names.Where(name => new Document(name).IsChinese)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Commands_print_and_draw_what_is_shown(string name)
    {
        Document document = new(name);
        Shell shell = new(document.IsChinese);
        SaveFilesOf(document);

        foreach (ShownCommand command in document.Commands())
        {
            if (!NotRun.Reasons.ContainsKey(command.Line))
            {
                string? printed = shell.Run(command.Line.EndsWith(".png", StringComparison.Ordinal) ? command.Line + PageSize : command.Line);
                Assert.True(printed is not null, $"{command.Place}: '{command.Line}' is neither run nor in {nameof(NotRun)}.");
                Assert.True(command.Output is null ? shell.DidItsWork : command.Shows(printed), $"{command.Place}: {command.Line}\n{printed}");
            }
        }

        foreach (string picture in Directory.EnumerateFiles(".", "*.png", SearchOption.AllDirectories))
        {
            string shown = Document.FullPath(Pictures + (document.IsChinese ? ChineseFolder : "") + Path.GetFileName(picture));
            Assert.True(File.Exists(shown), $"{name} draws {picture}, which is not there as {shown}.");
            Assert.True(Picture.LookAlike(picture, shown), $"{shown} is not what {name} draws; docs/make-pictures.sh does.");
        }
    }

    [Fact]
    public void No_command_is_left_out_that_is_not_shown() =>
        Assert.Subset(
            Document.Names.SelectMany(name => new Document(name).Commands()).Select(command => command.Line).ToHashSet(),
            NotRun.Reasons.Keys.ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_readers_are_told_to_try_works(string name)
    {
        Document document = new(name);
        Shell shell = new(document.IsChinese);
        SaveFilesOf(document);

        Assert.All(document.Tries, command =>
        {
            string? printed = shell.Run("neuron-demo " + command);
            Assert.True(shell.DidItsWork, printed);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_lead_somewhere_and_pictures_exist(string name)
    {
        Document document = new(name);
        string folder = Path.GetDirectoryName(Document.FullPath(name))!;

        Assert.All(document.Links, link => Assert.True(
            link[0] == '#' ? document.Headings.Contains(link[1..]) : Path.Exists(Path.Combine(folder, link)), link));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void CSharp_stands_in_code_that_is_compiled(string name)
    {
        string[] compiled =
        [
            .. from project in Projects
               from file in Directory.EnumerateFiles(Document.FullPath(project), "*.cs", SearchOption.AllDirectories)
               select WithoutSpace(File.ReadAllText(file)),
        ];

        Assert.All(
            new Document(name).CSharp,
            shown => Assert.Contains(compiled, code => code.Contains(WithoutSpace(shown), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_block_is_of_a_kind_that_is_looked_after(string name) =>
        Assert.All(new Document(name).Blocks(), block => Assert.Contains(block.Language, Kinds));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Both_languages_show_the_same_commands_code_and_pictures(string name)
    {
        Document chinese = new(name);
        Document english = new(name.Replace(".zh.md", ".md", StringComparison.Ordinal));

        Assert.Equal(CommandsIn(english), CommandsIn(chinese));
        Assert.Equal(english.Tries, chinese.Tries);
        Assert.Equal(CodeIn(english), CodeIn(chinese));
        Assert.Equal(PicturesIn(english), PicturesIn(chinese));

        static IEnumerable<string> CommandsIn(Document document) =>
            document.Commands().Select(command => command.Line).Where(line => !line.StartsWith("export ", StringComparison.Ordinal));

        // But for words within formulas.
        static IEnumerable<string> CodeIn(Document document) =>
            document.Blocks().Where(block => block.Language != "console").Select(block => Regex.Replace(block.Text, @"\\text\{.*?\}", "word")).Concat(document.CSharp);

        static IEnumerable<string> PicturesIn(Document document) =>
            document.Links.Where(link => link.EndsWith(".png", StringComparison.Ordinal))
                .Select(link => document.IsChinese ? link.Replace("pictures/" + ChineseFolder, "pictures/", StringComparison.Ordinal) : link);
    }

    private static void SaveFilesOf(Document document)
    {
        Directory.CreateDirectory(Pictures);
        foreach ((_, string file, string text) in document.Blocks().Where(block => block.Name.Length > 0))
        {
            File.WriteAllText(file, text);
        }
    }

    private static string WithoutSpace(string code) => Regex.Replace(code, @"\s", "");
}
