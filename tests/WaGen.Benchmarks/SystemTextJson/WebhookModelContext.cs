using System.Text.Json.Serialization;

namespace WaGen.Benchmarks.SystemTextJson;

/// <summary>The source-generated reader of <see cref="WebhookModel"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookModel))]
internal sealed partial class WebhookModelContext : JsonSerializerContext;
