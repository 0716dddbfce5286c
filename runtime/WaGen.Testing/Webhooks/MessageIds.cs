using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>Makes ids of messages. Those of the platform contain the phone number; these contain nothing.</summary>
internal static class MessageIds
{
    private const int Bytes = 36;

    public static string Create() => "wamid." + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
