using WaGen.Runtime;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>A contract of somebody else, and a handler of it.</summary>
internal sealed class OtherProvider() : WebhookContract("Other", [])
{
    public static OtherProvider Instance { get; } = new();

    protected override void Route(WebhookRouter router)
    {
    }

    internal sealed class Handler : IWebhookHandler
    {
        public static WebhookContract Contract => Instance;
    }
}
