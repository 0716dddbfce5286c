namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>A clock that a test moves.</summary>
internal sealed class SignupTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
