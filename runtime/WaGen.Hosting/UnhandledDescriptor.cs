using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Hosting;

/// <summary>The unhandled hook of an endpoint.</summary>
internal sealed class UnhandledDescriptor(Type type)
{
    public Type Type { get; } = type;

    public IUnhandledHandler Resolve(IServiceProvider services) => (IUnhandledHandler)services.GetRequiredService(Type);
}
