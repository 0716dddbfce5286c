namespace WaGen.Client;

/// <summary>Notes in the services that a client was added.</summary>
/// <param name="Value">The name; empty for the default client.</param>
internal sealed record ClientName(string Value)
{
    /// <summary>The name of the client's <see cref="HttpClient"/>.</summary>
    public string HttpClient => Value.Length == 0 ? "WaGen.WhatsAppClient" : "WaGen.WhatsAppClient:" + Value;
}
