using System.Text;

namespace WaGen.Testing.Tests.Support;

/// <summary>An answer of the fake Graph API.</summary>
internal sealed record GraphResponse(int Status, byte[] Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public RawJson Json => RawJson.Parse(Body);

    public string Text => Encoding.UTF8.GetString(Body);

    public long? Code => Json["error"u8]["code"u8].TryGetInt64(out long code) ? code : null;

    public string? Details => Json["error"u8]["error_data"u8]["details"u8].GetString();

    public string? Message => Json["error"u8]["message"u8].GetString();

    public string? MessageId
    {
        get
        {
            foreach (RawJson message in Json["messages"u8].EnumerateArray())
            {
                return message["id"u8].GetString();
            }

            return null;
        }
    }

    public string? FirstContact(ReadOnlySpan<byte> member)
    {
        foreach (RawJson contact in Json["contacts"u8].EnumerateArray())
        {
            return contact[member].GetString();
        }

        return null;
    }
}
