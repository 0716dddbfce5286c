namespace WaGen;

/// <summary>Holds the scoped handlers of one event. Disposed after the event.</summary>
public interface IWebhookScope : IAsyncDisposable
{
    /// <summary>Returns the handler of this scope.</summary>
    /// <param name="handlerType">The type that was registered.</param>
    /// <returns>An instance of <paramref name="handlerType"/>.</returns>
    object GetHandler(Type handlerType);
}
