namespace WaGen.Testing.Tests.Support;

/// <summary>How long tests wait for what must happen.</summary>
internal static class Waiting
{
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);
}
