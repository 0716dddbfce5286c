namespace WaGen;

/// <summary>Makes a scope for each event that a scoped handler takes.</summary>
public interface IWebhookScopeFactory
{
    /// <summary>Makes a scope.</summary>
    /// <returns>The scope; the processor disposes it.</returns>
    IWebhookScope CreateScope();
}
