using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;

namespace WaGen.Benchmarks.Generator;

/// <summary>What measured projects reference: the running assemblies.</summary>
internal static class References
{
    /// <summary>The framework and WaGen.</summary>
    public static ImmutableArray<MetadataReference> Core { get; } = [.. Beside(typeof(object)), Of(typeof(IWebhookHandler))];

    /// <summary>What a web application references as well, and the assembly of the benchmarks, which has the printed handlers and views.</summary>
    public static ImmutableArray<MetadataReference> Web { get; } =
    [
        .. Core,
        .. Beside(typeof(WebApplication)),
        Of(typeof(WhatsAppWebhookOptions)),
        Of(typeof(WhatsAppWebhookEndpointRouteBuilderExtensions)),
        Of(typeof(IMessagesHandler)),
    ];

    private static PortableExecutableReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);

    private static IEnumerable<MetadataReference> Beside(Type type)
    {
        string framework = Path.GetDirectoryName(type.Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => string.Equals(Path.GetDirectoryName(p), framework, StringComparison.Ordinal))
            .Select(static p => MetadataReference.CreateFromFile(p));
    }
}
