using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped.Api;

/// <summary>The printed types of payload, by the names of their definitions.</summary>
internal static class PrintedPayloads
{
    private delegate Payload Reader(byte[] utf8Json, ICollection<PayloadFinding>? findings);

    private static readonly MethodInfo ReadMethod = typeof(PrintedPayloads).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Whether there is a type of payload for a definition; enumerations and scalars have none.</summary>
    public static bool IsPayload(string name) => TypeOf(name) is { } type && typeof(Payload).IsAssignableFrom(type);

    public static Payload Read(string name, JsonNode body, ICollection<PayloadFinding>? findings = null) =>
        ReadMethod.MakeGenericMethod(TypeOf(name)!).CreateDelegate<Reader>()(JsonSerializer.SerializeToUtf8Bytes(body), findings);

    private static Type? TypeOf(string name) => typeof(WhatsAppApi).Assembly.GetType($"WaGen.WhatsApp.{name}");

    private static Payload ReadAs<T>(byte[] utf8Json, ICollection<PayloadFinding>? findings)
        where T : Payload, WaGen.Runtime.IPayload<T> => PayloadParser.Parse<T>(utf8Json, findings);
}
