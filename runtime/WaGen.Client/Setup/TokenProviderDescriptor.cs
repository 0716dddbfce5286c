namespace WaGen.Client;

/// <summary>Notes in the services that a client has a token provider.</summary>
/// <param name="Client">The name of the client.</param>
/// <param name="Type">The type of the provider.</param>
internal sealed record TokenProviderDescriptor(string Client, Type Type);
