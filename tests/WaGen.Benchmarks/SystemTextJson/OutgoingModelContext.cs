using System.Text.Json.Serialization;

namespace WaGen.Benchmarks.SystemTextJson;

/// <summary>The source-generated writer of <see cref="OutgoingModel"/>, on its fast path and with the default encoder.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutgoingModel))]
internal sealed partial class OutgoingModelContext : JsonSerializerContext;
