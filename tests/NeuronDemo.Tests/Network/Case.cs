using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Network;

namespace NeuronDemo.Tests.Network;

/// <summary>A network and something for it to learn.</summary>
internal sealed record Case(NeuralNetwork Network, Matrix<double> Inputs, Matrix<double> Targets)
{
    /// <summary>E = 1/2 sum (t - y)^2, what training goes down.</summary>
    public double Error => 0.5 * Math.Pow((Targets - Network.Think(Inputs)).FrobeniusNorm(), 2);
}
