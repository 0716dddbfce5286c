namespace WaGen.Client;

/// <summary>Notes in the services that a client has a token store.</summary>
/// <param name="Client">The name of the client.</param>
/// <param name="Type">The type of the store; null when a function makes it.</param>
internal sealed record TokenStoreDescriptor(string Client, Type? Type);
