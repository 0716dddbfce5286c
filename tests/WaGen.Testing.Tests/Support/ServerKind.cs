namespace WaGen.Testing.Tests.Support;

/// <summary>How a test reaches the fake Graph API.</summary>
public enum ServerKind
{
    Loopback,
    InMemory,
}
