using System.Text.Json.Serialization;

namespace NeuronDemo.Page;

/// <summary>
/// Writes the lesson without reflection. The default escapes stay, for with them no name can end the element that it
/// stands in: <c>&lt;</c> is written as \u003C.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageLesson))]
internal sealed partial class PageLessonJson : JsonSerializerContext;
