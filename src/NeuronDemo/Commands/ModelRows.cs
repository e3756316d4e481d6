using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Commands.Options;
using NeuronDemo.Data;
using NeuronDemo.Lessons;
using NeuronDemo.Models;

namespace NeuronDemo.Commands;

/// <summary>The rows of a file that a saved model is asked about.</summary>
internal static class ModelRows
{
    /// <summary>Reads the columns that the model knows.</summary>
    /// <returns>The rows; the targets are null if the file does not have them all.</returns>
    public static (Matrix<double> Inputs, Matrix<double>? Targets) ReadFor(this Session session, Model model, string path)
    {
        using CsvFile file = DataOptions.Open(session, path);
        return new KnownColumns(model.Inputs, model.Network.InputCount, model.Meaning, model.Network.OutputCount).Read(file, session.Interrupted);
    }
}
