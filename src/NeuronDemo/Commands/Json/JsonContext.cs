using System.Text.Json.Serialization;

namespace NeuronDemo.Commands.Json;

/// <summary>Writes the objects without reflection, so that the ahead-of-time compiled program can.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(MatrixJsonConverter)])]
[JsonSerializable(typeof(LessonJson))]
[JsonSerializable(typeof(VerificationJson))]
[JsonSerializable(typeof(ExplanationJson))]
[JsonSerializable(typeof(PredictionJson))]
internal sealed partial class JsonContext : JsonSerializerContext;
