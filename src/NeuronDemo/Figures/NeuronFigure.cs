using System.Globalization;
using NeuronDemo.Messages;
using NeuronDemo.Network;
using NeuronDemo.Text;
using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>
/// A neuron or a network as a diagram: the weights are edges, as wide as they are large, and their sign is seen in colour
/// and dashes.
/// </summary>
internal static class NeuronFigure
{
    private const double SumToOutput = 0.42;

    // In pixels of a small picture: what is there for the columns side by side and for the rows above one another.
    private const float Width = 400;
    private const float Height = 290;
    private const float LargestNode = 46;

    // Between words that stand apart; SVG would take several plain spaces for one.
    private const string Apart = "\u00A0\u00A0";

    // The room for a letter of a name, as part of the width of a small picture.
    private const double LetterShare = 0.0145;

    /// <summary>Draws the figure.</summary>
    /// <param name="network">The network.</param>
    /// <param name="iterations">How many iterations it has been trained for, which the title says if it is known.</param>
    /// <param name="names">What its inputs and outputs are called.</param>
    /// <param name="language">The language of its words.</param>
    /// <exception cref="UnusableInputException">A weight has grown too large to draw.</exception>
    public static Plot Draw(NeuralNetwork network, int? iterations, DiagramNames names, Language language = Language.English)
    {
        DrawableWeights.Require(network);
        NetworkDiagram diagram = NetworkDiagram.Of(network);
        bool single = network is { Layers.Count: 1, OutputCount: 1 };
        Plot plot = FigureFont.NewPlot();
        plot.HideAxesAndGrid();
        plot.Title(Title(single ? new("The neuron", "神经元") : new("The network", "网络"), iterations).In(language));
        float size = Math.Min(LargestNode, Math.Min(
            0.6f * Width / (diagram.Columns.Count - 1), 0.82f * Height * (float)diagram.Columns.Min(column => column.Spacing)));
        (double left, double right) = (-0.12, single ? 1 + 2.3 * SumToOutput : 1.2);
        int before = diagram.Columns[0].Nodes.Max(node => TextTable.WidthOf(names.Input(node.Index)));
        int behind = diagram.Columns[^1].Nodes.Max(node => TextTable.WidthOf(names.Output(node.Index)) is > 0 and int width ? Apart.Length + width : 0);
        double letter = LetterShare * (right - left) / (1 - LetterShare * (before + behind));
        left -= letter * before;
        right += letter * behind;
        plot.Axes.SetLimits(left, right, -0.17, 1.02);

        EdgeDrawing.AddTo(plot, diagram, single, language);
        DrawInputs(plot, diagram.Columns[0], names, size);
        DrawOutputs(plot, diagram.Columns[^1], names, single, size);
        foreach (DiagramColumn layer in diagram.Columns.Skip(1))
        {
            foreach (DiagramNode node in layer.Nodes)
            {
                plot.AddCircle(node.X, node.Y, size, single ? "Σ" : "Σ S", FigurePalette.Shade);
            }
        }

        DrawGaps(plot, diagram);
        if (single)
        {
            plot.Write(Formula(network.InputCount, names.HasBias), (1 + 2 * SumToOutput) / 2, -0.1, 15);
        }
        else
        {
            foreach (DiagramColumn column in diagram.Columns)
            {
                plot.Write(CaptionOf(column).In(language), column.X, -0.1, 13);
            }
        }

        plot.Legend.ManualItems.AddRange(
        [
            FigureLegend.Line(language.Say("positive weight", "正权重"), FigurePalette.OfWeight(1), LinePattern.Solid),
            FigureLegend.Line(language.Say("negative weight", "负权重"), FigurePalette.OfWeight(-1), EdgeDrawing.Dashes(3)),
        ]);
        plot.ShowPlainLegend();
        return plot;
    }

    private static Message Title(Message what, int? iterations) => iterations switch
    {
        null => what,
        0 => new($"{what.English} before training", $"训练前的{what.Chinese}"),
        int count => new($"{what.English} after {Symbols.Iterations(count)}", string.Create(CultureInfo.InvariantCulture, $"迭代 {count} 次后的{what.Chinese}")),
    };

    private static string Formula(int inputs, bool hasBias)
    {
        string[] terms =
        [
            .. Enumerable.Range(1, inputs).Select(i => Symbols.Indexed("w", i) + (hasBias && i == inputs ? "" : Symbols.Indexed("x", i))),
        ];
        return $"m = {string.Join(" + ", inputs <= 4 ? terms : [terms[0], terms[1], "…", terms[^1]])}{Apart}{Apart}{Apart}y = S(m) = 1 / (1 + e⁻ᵐ)";
    }

    private static void DrawInputs(Plot plot, DiagramColumn inputs, DiagramNames names, float size)
    {
        foreach (DiagramNode node in inputs.Nodes)
        {
            bool isBias = names.HasBias && node.Index == inputs.Count - 1;
            plot.AddCircle(node.X, node.Y, size, isBias ? "1" : Symbols.Indexed("x", node.Index + 1), Colors.White);
            if (!isBias)
            {
                plot.WriteBefore(names.Input(node.Index), node.X, node.Y, size / 2 + 5);
            }
        }
    }

    private static void DrawGaps(Plot plot, NetworkDiagram diagram)
    {
        foreach (DiagramColumn column in diagram.Columns)
        {
            foreach ((double x, double y) in column.Gaps)
            {
                plot.Write(column.Layer is null ? "⋯" : "⋮", x, y, 22);
            }
        }
    }

    private static Message CaptionOf(DiagramColumn column)
    {
        string count = column.Count.ToString(CultureInfo.InvariantCulture);
        return column.Layer switch
        {
            null => new($"{count} layers", $"{count} 层"),
            0 => new($"inputs\n{count}", $"输入\n{count}"),
            _ => new($"layer {column.Layer}\n{count}", $"第 {column.Layer} 层\n{count}"),
        };
    }

    private static void DrawOutputs(Plot plot, DiagramColumn last, DiagramNames names, bool single, float size)
    {
        foreach (DiagramNode node in last.Nodes)
        {
            string symbol = last.Count == 1 ? "y" : Symbols.Indexed("y", node.Index + 1);
            if (single)
            {
                double squash = node.X + SumToOutput;
                plot.AddFlow(node.X, squash, node.Y, size / 2 + 1);
                plot.AddFlow(squash, squash + SumToOutput, node.Y, 0);
                plot.Write("m", node.X + SumToOutput / 2, node.Y + 0.05, 15);
                plot.AddCircle(squash, node.Y, size, "S", FigurePalette.Shade);
                WriteOutput(plot, symbol, names.Output(node.Index), squash + SumToOutput, node.Y, 15);
            }
            else
            {
                plot.AddFlow(node.X, node.X + 0.13, node.Y, 0);
                WriteOutput(plot, symbol, names.Output(node.Index), node.X + 0.13, node.Y, 13);
            }
        }
    }

    private static void WriteOutput(Plot plot, string symbol, string name, double x, double y, float size)
    {
        string text = $"{symbol}{Apart}{name}".TrimEnd();
        bool together = FigureFont.CanWrite(text);
        plot.WriteBehind(together ? text : symbol, x, y, size);
        if (!together)
        {
            // Fonts for other scripts lack subscripts.
            plot.WriteBehind(name, x, y, size, distance: 6 + 1.7f * size);
        }
    }
}
