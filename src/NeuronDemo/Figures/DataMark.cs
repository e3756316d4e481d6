using ScottPlot;
using SkiaSharp;

namespace NeuronDemo.Figures;

/// <summary>
/// The mark of a row: its shape and colour are its target's. A light and a dark outline set it off from any ground; it has a
/// white hole if the row is held out, and a ring if it is wrong.
/// </summary>
/// <param name="Kind">Which of the answers its target is; after five shapes they begin again.</param>
/// <param name="IsHollow">Whether it is hollow.</param>
/// <param name="IsRinged">Whether it is ringed.</param>
internal sealed record DataMark(int Kind, bool IsHollow, bool IsRinged) : IMarker
{
    private const float Dark = 4;
    private const float Light = 2;
    private const float RingSize = 2.2f;
    private const float HoleSize = 0.65f;

    // Shapes of one size look as large as one another.
    private static readonly (MarkerShape Shape, float Size)[] Shapes =
    [
        (MarkerShape.FilledCircle, 1), (MarkerShape.FilledTriangleUp, 1.3f), (MarkerShape.FilledSquare, 0.95f),
        (MarkerShape.FilledDiamond, 1.3f), (MarkerShape.FilledTriangleDown, 1.3f),
    ];

    /// <summary>Makes a style of it.</summary>
    public MarkerStyle Style(Color color, float size) => new(MarkerShape.FilledCircle, size, color) { CustomRenderer = this };

    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        float thickness = Math.Clamp(size / 9, 0.5f, 1);
        if (IsRinged)
        {
            Outline(MarkerShape.FilledCircle, RingSize * size);
        }

        (MarkerShape shape, float factor) = Shapes[Kind % Shapes.Length];
        Outline(shape, factor * size);
        Drawing.DrawMarker(canvas, paint, center, new(shape, factor * size, markerStyle.FillColor));
        if (IsHollow)
        {
            Drawing.DrawMarker(canvas, paint, center, new(shape, HoleSize * factor * size, Colors.White)
            {
                OutlineColor = FigurePalette.Ink,
                OutlineWidth = thickness,
            });
        }

        void Outline(MarkerShape form, float diameter)
        {
            foreach ((Color color, float width) in (ReadOnlySpan<(Color, float)>)[(FigurePalette.Ink, Dark), (Colors.White, Light)])
            {
                Drawing.DrawMarker(canvas, paint, center, new(form, diameter)
                {
                    FillColor = Colors.Transparent,
                    OutlineColor = color,
                    OutlineWidth = thickness * width,
                });
            }
        }
    }
}
