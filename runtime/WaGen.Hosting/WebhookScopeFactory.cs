using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Hosting;

/// <summary>Scopes of the container for handlers that are not singletons.</summary>
internal sealed class WebhookScopeFactory(IServiceScopeFactory scopes) : IWebhookScopeFactory
{
    public IWebhookScope CreateScope() => new Scope(scopes.CreateAsyncScope());

    private sealed class Scope(AsyncServiceScope scope) : IWebhookScope
    {
        public object GetHandler(Type handlerType) => scope.ServiceProvider.GetRequiredService(handlerType);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
