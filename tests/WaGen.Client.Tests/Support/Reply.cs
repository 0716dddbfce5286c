using System.Globalization;
using System.Text;

namespace WaGen.Client.Tests;

/// <summary>What the server does with a request.</summary>
internal sealed record Reply
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/json";

    public byte[] Body { get; init; } = [];

    /// <summary>Further header lines.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>Closes the connection without an answer.</summary>
    public bool Kills { get; init; }

    /// <summary>Answers only when the server stops.</summary>
    public bool Hangs { get; init; }

    /// <summary>Says that this many bytes more follow than are sent.</summary>
    public int Missing { get; init; }

    /// <summary>Sends this many bytes of a pattern in place of the body.</summary>
    public long Pattern { get; init; }

    public static Reply Ok { get; } = Json(200, """{"id":"P1"}""");

    public static Reply Killed { get; } = new() { Kills = true };

    public static Reply Json(int status, string body, params string[] headers) => new() { Status = status, Body = Encoding.UTF8.GetBytes(body), Headers = headers };

    public static Reply Error(int code, int status = 400, params string[] headers) => Json(
        status, string.Create(CultureInfo.InvariantCulture, $$$"""{"error":{"message":"(#{{{code}}}) Secret 15550001111","type":"OAuthException","code":{{{code}}},"error_data":{"details":"About 15550001111"},"fbtrace_id":"Atrace-1_x"}}"""), headers);

    public static Reply Page(int status) => new() { Status = status, ContentType = "text/html", Body = "<html>Bad gateway</html>"u8.ToArray() };

    public static Reply File(byte[] body, string contentType = "image/png") => new() { Body = body, ContentType = contentType };
}
