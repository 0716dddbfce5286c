namespace WaGen.AspNetCore.Tests.Support;

/// <summary>The server that a test runs on.</summary>
public enum ServerKind
{
    Kestrel,
    TestHost,
}
