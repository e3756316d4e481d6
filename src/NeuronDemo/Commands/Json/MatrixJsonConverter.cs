using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;

namespace NeuronDemo.Commands.Json;

/// <summary>A matrix as an array of rows. What is not finite stands as a text, as JSON has no number for it.</summary>
internal sealed class MatrixJsonConverter : JsonConverter<Matrix<double>>
{
    public override void Write(Utf8JsonWriter writer, Matrix<double> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (int row = 0; row < value.RowCount; row++)
        {
            writer.WriteStartArray();
            for (int column = 0; column < value.ColumnCount; column++)
            {
                Write(writer, value[row, column]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public override Matrix<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Matrices are only written.");

    private static void Write(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
