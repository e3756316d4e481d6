using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Network;

/// <summary>
/// Checks the adjustments of a step by computing nothing but the loss E: a weight is moved up and down a little, and the
/// slope of E in between has to be the negative adjustment.
/// </summary>
public static class GradientCheck
{
    /// <summary>How far a weighted sum is moved at most.</summary>
    /// <remarks>
    /// A central difference is off by about h^2 because E bends and by 1e-16 / h because of rounding. The sum of both is least
    /// near the cube root of 1e-16, about 5e-6; this is somewhat more, because an output is rounded several times on its way.
    /// </remarks>
    public const double Reach = 2e-5;

    /// <summary>Compares adjustments with central differences.</summary>
    /// <remarks>
    /// h is <see cref="Reach"/> divided by the largest |input| of the weight: small inputs and large ones are measured equally
    /// well. It is never below some thousand units of the weight's last place.
    /// </remarks>
    /// <param name="step">The step whose adjustments to check.</param>
    /// <param name="most">
    /// How many weights to check at most; each costs two passes through the whole network. If there are more, those checked
    /// lie evenly spread, the first one among them.
    /// </param>
    /// <param name="cancellationToken">Stops checking.</param>
    /// <returns>The weights checked: layer after layer, row after row.</returns>
    /// <exception cref="ArgumentException"><paramref name="most"/> is not positive.</exception>
    /// <exception cref="OperationCanceledException">Checking was cancelled.</exception>
    public static IReadOnlyList<WeightCheck> Of(TrainingStep step, int most = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);

        NeuralNetwork network = new([.. step.Layers.Select(layer => new Layer(layer.Weights))]);
        double largest = step.Layers.Max(layer => layer.Adjustment.Enumerate().Max(Math.Abs));
        int stride = 1 + (step.WeightCount - 1) / most;
        return
        [
            .. from place in Places(step).Where((_, index) => index % stride == 0)
               select Check(place.Layer, place.Input, place.Neuron),
        ];

        WeightCheck Check(int layer, int input, int neuron)
        {
            Matrix<double> weights = network.Layers[layer].Weights;
            double weight = weights[input, neuron];
            double largestInput = step.Layers[layer].Inputs.Column(input).AbsoluteMaximum();
            double h = Math.Max(Reach / (largestInput > 0 ? largestInput : 1), Math.Abs(weight) * 1e-12);
            Matrix<double> up = OutputsAt(weight + h);
            Matrix<double> down = OutputsAt(weight - h);
            weights[input, neuron] = weight;

            // E(w - h) - E(w + h) = 1/2 sum of (t - down)^2 - (t - up)^2. Written as (up - down)(2t - up - down), it loses no
            // digits that the two squares have in common. The distance is what the weight really moved by, after rounding.
            double fall = (up - down).PointwiseMultiply(2 * step.Targets - up - down).Enumerate().Sum() / 2;
            double difference = fall / (weight + h - (weight - h));
            double adjustment = step.Layers[layer].Adjustment[input, neuron];
            return new(layer, input, neuron, adjustment, h, difference, RelativeDifference(adjustment, difference, largest));

            Matrix<double> OutputsAt(double value)
            {
                weights[input, neuron] = value;
                return network.Think(step.Inputs, cancellationToken);
            }
        }
    }

    private static IEnumerable<(int Layer, int Input, int Neuron)> Places(TrainingStep step) =>
        from layer in Enumerable.Range(0, step.Layers.Count)
        from input in Enumerable.Range(0, step.Layers[layer].Weights.RowCount)
        from neuron in Enumerable.Range(0, step.Layers[layer].Weights.ColumnCount)
        select (layer, input, neuron);

    private static double RelativeDifference(double adjustment, double difference, double largest) =>
        adjustment == difference
            ? 0
            : Math.Abs(adjustment - difference) / new[] { Math.Abs(adjustment), Math.Abs(difference), largest / 100 }.Max();
}
