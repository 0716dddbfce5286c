namespace WaGen;

/// <summary>A handler and where its instances come from.</summary>
public sealed class WebhookHandlerRegistration
{
    private WebhookHandlerRegistration(Type handlerType, WebhookContract contract, object? instance, IWebhookScopeFactory? scopes)
    {
        HandlerType = handlerType;
        Contract = contract;
        Instance = instance;
        Scopes = scopes;
    }

    /// <summary>Gets the class of the handler. The generated interfaces that it implements decide which events it gets.</summary>
    public Type HandlerType { get; }

    /// <summary>Gets the contract of the provider whose events the handler takes.</summary>
    public WebhookContract Contract { get; }

    /// <summary>Gets the one instance, null for a scoped handler.</summary>
    internal object? Instance { get; }

    /// <summary>Gets where scopes come from, null for a single instance.</summary>
    internal IWebhookScopeFactory? Scopes { get; }

    /// <summary>Registers one instance for all events.</summary>
    /// <typeparam name="T">A class that implements generated handler interfaces.</typeparam>
    /// <param name="handler">The instance. It is called by many threads at once.</param>
    /// <returns>The registration.</returns>
    public static WebhookHandlerRegistration Singleton<T>(T handler)
        where T : class, IWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new WebhookHandlerRegistration(handler.GetType(), T.Contract, handler, scopes: null);
    }

    /// <summary>Registers a handler that is taken from a scope for each event whose interface it implements.</summary>
    /// <remarks>All scoped handlers of one event share one scope.</remarks>
    /// <typeparam name="T">A class that implements generated handler interfaces.</typeparam>
    /// <param name="scopes">Makes the scopes; the same object for all scoped handlers of a processor.</param>
    /// <returns>The registration.</returns>
    public static WebhookHandlerRegistration Scoped<T>(IWebhookScopeFactory scopes)
        where T : class, IWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return new WebhookHandlerRegistration(typeof(T), T.Contract, instance: null, scopes);
    }
}
