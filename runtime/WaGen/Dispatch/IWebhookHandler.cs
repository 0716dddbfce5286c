namespace WaGen;

/// <summary>A class that handles webhook events. Implement a generated interface, which derives from this one.</summary>
public interface IWebhookHandler
{
    /// <summary>Gets the contract of the provider whose events the handler takes. Implemented by a generated interface.</summary>
    static abstract WebhookContract Contract { get; }
}
