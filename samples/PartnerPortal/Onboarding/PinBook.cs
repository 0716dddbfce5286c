using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace PartnerPortal.Onboarding;

/// <summary>The PINs that numbers were registered with; the platform asks for them again. A real portal keeps them where it keeps its secrets.</summary>
internal sealed class PinBook
{
    private const int AllPins = 1_000_000;

    private readonly ConcurrentDictionary<string, string> _pins = new(StringComparer.Ordinal);

    /// <summary>Gets the PIN of a number; the first time, it is made up.</summary>
    public string GetOrCreate(string phoneNumberId) =>
        _pins.GetOrAdd(phoneNumberId, static _ => RandomNumberGenerator.GetInt32(AllPins).ToString("D6", CultureInfo.InvariantCulture));
}
