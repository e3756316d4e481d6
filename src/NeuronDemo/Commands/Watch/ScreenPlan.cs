
namespace NeuronDemo.Commands.Watch;

/// <summary>How many lines of the screen each part gets.</summary>
/// <param name="Rows">Lines for rows of the data.</param>
/// <param name="Weights">Lines for weights.</param>
/// <param name="Chart">Lines for the loss.</param>
internal readonly record struct ScreenPlan(int Rows, int Weights, int Chart)
{
    // Weights may stand beside each other, so they give way to rows, but not below this share.
    private const int LeastWeightShare = 3;
    private const int LeastChart = 2;

    /// <summary>Shares the lines out.</summary>
    /// <param name="run">What has to be shown.</param>
    /// <param name="lines">How many lines there are.</param>
    /// <param name="mostChart">How many the chart can use; it takes what nothing else needs.</param>
    public static ScreenPlan For(WatchRun run, int lines, int mostChart)
    {
        int chart = Math.Min(mostChart, Math.Max(LeastChart, lines / 4));
        int rest = lines - chart;
        int wantedRows = run.Lesson.Data.Inputs.RowCount;
        int wantedWeights = run.Network.WeightCount;
        int weights = Math.Min(wantedWeights, Math.Max(rest - wantedRows, Math.Max(Math.Min(1, rest), rest / LeastWeightShare)));
        int rows = Math.Min(wantedRows, rest - weights);
        chart = Math.Min(mostChart, chart + rest - weights - rows);
        return new(rows, weights, chart);
    }
}
