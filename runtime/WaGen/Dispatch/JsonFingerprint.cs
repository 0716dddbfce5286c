using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WaGen.Runtime;

/// <summary>A number that says whether two pieces of JSON hold the same, however their members are ordered and their texts are escaped.</summary>
internal static class JsonFingerprint
{
    /// <summary>The length of the text form.</summary>
    public const int TextLength = sizeof(ulong) * 2;

    /// <summary>Writes the fingerprint as hexadecimal digits.</summary>
    public static void Write(RawJson value, Span<byte> text)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Of(value));
        Convert.TryToHexStringLower(bytes, text, out _);
    }

    private static ulong Of(RawJson value)
    {
        ulong result = (ulong)value.Kind;
        switch (value.Kind)
        {
            case JsonKind.Array:
                foreach (RawJson element in value.EnumerateArray())
                {
                    result = Combine(result, Of(element));
                }

                break;
            case JsonKind.Object:
                foreach (RawJsonMember member in value.EnumerateObject())
                {
                    // A sum, because the order of members says nothing.
                    result = unchecked(result + Combine(Hash(member.NameUtf8), Of(member.Value)));
                }

                break;
            case JsonKind.String or JsonKind.Number:
                result = Combine(result, Hash(value.Document!.ReadUtf8(value.Version, value.Node)));
                break;
        }

        return result;
    }

    private static ulong Combine(ulong left, ulong right)
    {
        Span<byte> both = stackalloc byte[sizeof(ulong) * 2];
        BinaryPrimitives.WriteUInt64BigEndian(both, left);
        BinaryPrimitives.WriteUInt64BigEndian(both[sizeof(ulong)..], right);
        return Hash(both);
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
