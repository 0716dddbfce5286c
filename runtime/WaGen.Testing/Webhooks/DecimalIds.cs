using System.Globalization;
using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>Makes ids of digits, as files have.</summary>
internal static class DecimalIds
{
    public static string Create() =>
        string.Create(CultureInfo.InvariantCulture, $"{RandomNumberGenerator.GetInt32(1, int.MaxValue)}{RandomNumberGenerator.GetInt32(1_000_000):D6}");
}
