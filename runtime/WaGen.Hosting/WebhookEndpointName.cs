namespace WaGen.Hosting;

/// <summary>Says that an endpoint of this name was added; the startup check walks over them.</summary>
internal sealed record WebhookEndpointName(string Name);
