using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Client;

/// <summary>The clients of an application.</summary>
internal sealed class ClientDirectory(IServiceProvider services, IEnumerable<ClientName> names)
{
    private readonly WhatsAppClient[] _clients = [.. names.Select(name => services.GetRequiredKeyedService<WhatsAppClient>(name.Value))];

    /// <summary>The client that answers for a number.</summary>
    /// <exception cref="InvalidOperationException">There are several, and nothing tells which one.</exception>
    public WhatsAppClient For(string? numberId) =>
        (numberId is null ? null : Array.Find(_clients, client => client.Knows(numberId)))
        ?? Array.Find(_clients, static client => client.Name.Length == 0)
        ?? (_clients is [WhatsAppClient only] ? only : throw new InvalidOperationException(
            "Several named clients are registered, but none lists the number that received the event, and none is the default; add the number to the Accounts of its client's options."));
}
