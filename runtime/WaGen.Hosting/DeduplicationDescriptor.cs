using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Hosting;

/// <summary>The deduplication store that was added to an endpoint.</summary>
internal sealed class DeduplicationDescriptor(Type type)
{
    public Type Type { get; } = type;

    public IDeduplicationStore Resolve(IServiceProvider services) => (IDeduplicationStore)services.GetRequiredService(Type);
}
