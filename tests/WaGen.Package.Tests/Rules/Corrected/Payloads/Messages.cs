using WaGen.WhatsApp;

namespace Payloads;

public static class Messages
{
    public static OutgoingMessage Shop(string to) => OutgoingMessage.Location(to, latitude: 49.11m, longitude: 8.42m);

    public static OutgoingImage Menu() => new() { Id = "1013859600285441" };
}
