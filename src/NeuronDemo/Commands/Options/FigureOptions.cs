using System.CommandLine;
using NeuronDemo.Figures;
using NeuronDemo.Files;
using ScottPlot;

namespace NeuronDemo.Commands.Options;

/// <summary>The options of every command that draws: where to, and how large.</summary>
internal sealed class FigureOptions
{
    private readonly Session _session;
    private readonly Option<string> _out;
    private readonly Option<int> _width;
    private readonly Option<int> _height;

    public FigureOptions(Session session, string file)
    {
        _session = session;
        _out = new("--out")
        {
            Description = session.Say(
                "The picture: .png, .svg, .jpg or .webp; - for standard output (.png)", "图片文件：.png、.svg、.jpg 或 .webp；- 表示标准输出（.png）"),
            HelpName = "file",
            DefaultValueFactory = _ => file,
        };
        _width = NumberOption.Whole(session, "--width", 800, Figure.LeastWidth, Figure.MostPixels, new("Width in pixels", "宽度（像素）"));
        _height = NumberOption.Whole(session, "--height", 600, Figure.LeastHeight, Figure.MostPixels, new("Height in pixels", "高度（像素）"));
    }

    public void AddTo(Command command)
    {
        command.Add(_out);
        command.Add(_width);
        command.Add(_height);
    }

    /// <summary>Draws a figure into the file. The file is tried before anything is computed.</summary>
    public void Save(ParseResult result, Func<Figure> draw)
    {
        string path = result.GetValue(_out)!;
        ImageFormat format = OutputFile.IsStream(path) && !Path.HasExtension(path) ? ImageFormat.Png : FigureFile.FormatOf(path);
        using OutputFile file = _session.Begin(path);
        _session.Write(file, path, draw().Render(format, result.GetValue(_width), result.GetValue(_height)));
    }
}
