namespace NeuronDemo.Network;

/// <summary>Where a weight stands in its network.</summary>
/// <param name="Number">Its number, counted from 1 layer by layer, each layer row by row.</param>
/// <param name="Layer">The layer, from 0.</param>
/// <param name="Row">The row of the layer's weights: the input it belongs to, from 0.</param>
/// <param name="Column">The column of the layer's weights: the neuron it belongs to, from 0.</param>
internal readonly record struct WeightPosition(int Number, int Layer, int Row, int Column)
{
    /// <summary>Finds a weight by its number.</summary>
    /// <param name="network">The network.</param>
    /// <param name="number">The number, 1 to <see cref="NeuralNetwork.WeightCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The network has no weight of that number.</exception>
    public static WeightPosition Find(NeuralNetwork network, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, network.WeightCount);
        int index = number - 1;
        int layer = 0;
        while (index >= network.Layers[layer].WeightCount)
        {
            index -= network.Layers[layer].WeightCount;
            layer++;
        }

        int columns = network.Layers[layer].OutputCount;
        return new(number, layer, index / columns, index % columns);
    }

    /// <summary>The weight's value.</summary>
    public double In(NeuralNetwork network) => network.Layers[Layer].Weights[Row, Column];

    /// <summary>Gives the weight another value.</summary>
    public void Set(NeuralNetwork network, double value) => network.Layers[Layer].Weights[Row, Column] = value;
}
