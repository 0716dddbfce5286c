using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

/// <summary>An answer of the fake Graph API.</summary>
internal sealed record ApiAnswer(int Status, JsonObject Json, HttpResponseHeaders Headers)
{
    public int? Code => (int?)Json["error"]?["code"];

    public int? Subcode => (int?)Json["error"]?["error_subcode"];

    public JsonArray Data => Json["data"]!.AsArray();

    public string? Text(string member) => (string?)Json[member];
}
