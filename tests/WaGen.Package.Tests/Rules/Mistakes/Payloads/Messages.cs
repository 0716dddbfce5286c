using WaGen.WhatsApp;

namespace Payloads;

public static class Messages
{
    public static OutgoingMessage Shop(string to) => OutgoingMessage.Location(to, latitude: 249.11m, longitude: 8.42m); // WAGEN403

    public static OutgoingImage Menu() => new() { Id = "1013859600285441", Link = "https://example.com/menu.png" }; // WAGEN405
}
