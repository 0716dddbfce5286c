using System.Text.Json;

namespace WaGen.Benchmarks.Receiving;

/// <summary>The least that a reader of the base class library can do with a body.</summary>
internal static class ReaderWalk
{
    /// <summary>Reads every token and looks at none.</summary>
    /// <returns>How many there are.</returns>
    public static int Tokens(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
