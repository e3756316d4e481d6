using ScottPlot;
using ScottPlot.Panels;

namespace NeuronDemo.Figures;

/// <summary>A small plot below the axis of another, as wide as its data.</summary>
/// <param name="plot">The small plot.</param>
/// <param name="height">Its height in pixels.</param>
internal sealed class PlotPanel(Plot plot, float height) : PanelBase
{
    public override float Measure(Paint paint) => height;

    public override void Render(RenderPack rp, float size, float offset)
    {
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        rp.Canvas.Save();
        plot.Render(rp.Canvas, GetPanelRect(rp.DataRect, size, offset, rp.Paint));
        rp.Canvas.Restore();
    }
}
