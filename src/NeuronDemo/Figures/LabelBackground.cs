using ScottPlot;

namespace NeuronDemo.Figures;

/// <summary>What stands behind a label that lies on lines.</summary>
internal static class LabelBackground
{
    // Digits stand so much above the middle of the line, which has little room above them and much below, in parts of the font's size.
    internal const float DigitsAboveMiddle = 0.19f;
    private const float RoomAboveDigits = 0.13f;
    private const float RoomBelowDigits = 0.25f;

    /// <summary>How many pixels of the colour there are beside a label.</summary>
    internal const float Beside = 3;

    /// <summary>Puts a label on a colour that is just as high as digits need, so that its neighbours keep theirs, and around its place.</summary>
    /// <param name="label">The label.</param>
    /// <param name="color">The colour.</param>
    /// <param name="before">How many pixels of it there are before the label.</param>
    public static void PutOn(this ScottPlot.Plottables.Text label, Color color, float before = Beside)
    {
        float size = label.LabelFontSize;
        label.OffsetY = DigitsAboveMiddle * size;
        label.LabelBackgroundColor = color;
        label.LabelPixelPadding = new PixelPadding(left: before, right: Beside, bottom: -RoomBelowDigits * size, top: RoomAboveDigits * size);
    }
}
