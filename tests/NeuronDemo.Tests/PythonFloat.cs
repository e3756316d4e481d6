using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuronDemo.Tests;

/// <summary>Numbers in JSON; nan, inf and -inf, which JSON lacks, stand as strings.</summary>
internal sealed class PythonFloat : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : reader.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            string other => throw new JsonException($"'{other}' is not a number."),
            null => throw new JsonException("A number is missing."),
        };

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
