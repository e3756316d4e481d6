using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>A note that stands in a picture only where it lacks the room for what it is about.</summary>
internal sealed class NoRoomNote(PixelSize leastSize) : ScottPlot.Plottables.Text
{
    public override void Render(RenderPack rp)
    {
        if (!EdgeValue.HasRoom(rp, leastSize))
        {
            base.Render(rp);
        }
    }
}
