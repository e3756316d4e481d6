using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>The value of a weight, written along its edge.</summary>
/// <param name="edge">The edge.</param>
/// <param name="leastSize">The least room in which the values of its layer stand apart.</param>
internal sealed class EdgeValue(DiagramEdge edge, PixelSize leastSize) : ScottPlot.Plottables.Text
{
    /// <summary>Draws it, if there is room, turned as the edge is in a picture of this size.</summary>
    public override void Render(RenderPack rp)
    {
        if (!HasRoom(rp, leastSize))
        {
            return;
        }

        Pixel from = Axes.GetPixel(new(edge.From.X, edge.From.Y));
        Pixel to = Axes.GetPixel(new(edge.To.X, edge.To.Y));
        double angle = Math.Atan2(to.Y - from.Y, to.X - from.X);
        LabelRotation = (float)(angle * 180 / Math.PI);
        float below = LabelFontSize * LabelBackground.DigitsAboveMiddle;
        OffsetX = -below * (float)Math.Sin(angle);
        OffsetY = below * (float)Math.Cos(angle);
        base.Render(rp);
    }

    /// <summary>Whether a picture has so much room.</summary>
    public static bool HasRoom(RenderPack rp, PixelSize size) => rp.DataRect.Width >= size.Width && rp.DataRect.Height >= size.Height;
}
