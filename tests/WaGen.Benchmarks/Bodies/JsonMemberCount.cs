using System.Text.Json;

namespace WaGen.Benchmarks.Bodies;

/// <summary>How many members a body has, and how many scalars other than null.</summary>
internal readonly record struct JsonMemberCount(int Members, int Values)
{
    public static JsonMemberCount Of(ReadOnlySpan<byte> body)
    {
        int members = 0;
        int values = 0;
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    members++;
                    break;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    values++;
                    break;
            }
        }

        return new JsonMemberCount(members, values);
    }
}
