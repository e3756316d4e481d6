using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>The value of a weight, written along its edge.</summary>
internal sealed class EdgeValue(DiagramEdge edge) : ScottPlot.Plottables.Text
{
    /// <summary>Draws it, turned as the edge is in a picture of this size.</summary>
    public override void Render(RenderPack rp)
    {
        Pixel from = Axes.GetPixel(new(edge.From.X, edge.From.Y));
        Pixel to = Axes.GetPixel(new(edge.To.X, edge.To.Y));
        double angle = Math.Atan2(to.Y - from.Y, to.X - from.X);
        LabelRotation = (float)(angle * 180 / Math.PI);
        float below = LabelFontSize * LabelBackground.DigitsAboveMiddle;
        OffsetX = -below * (float)Math.Sin(angle);
        OffsetY = below * (float)Math.Cos(angle);
        base.Render(rp);
    }
}
