using System.Diagnostics.CodeAnalysis;
using System.Text;
using WaGen.AspNetCore;

namespace WaGen;

/// <summary>What the window of Embedded Signup posts to the page that opened it (session info).</summary>
/// <remarks>All of it is a claim of a browser. Take nothing of it for granted before the token was inspected.</remarks>
public abstract record EmbeddedSignupMessage
{
    private protected EmbeddedSignupMessage()
    {
    }

    /// <summary>Gets the name of the event, such as <c>FINISH</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Gets the version of the session info, which older flows tell; null without one.</summary>
    public string? Version { get; init; }

    /// <summary>Reads a message.</summary>
    /// <param name="json">The <c>data</c> of the browser's message event.</param>
    /// <returns>The message; an <see cref="EmbeddedSignupUnknown"/> when its event is not known here.</returns>
    /// <exception cref="FormatException">The text is no message of Embedded Signup.</exception>
    public static EmbeddedSignupMessage Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryParse(json, out EmbeddedSignupMessage? message) ? message : throw new FormatException("The text is no message of Embedded Signup.");
    }

    /// <summary>Reads a message, if it is one. Other frames post texts of their own to the page, which are none.</summary>
    /// <param name="json">The <c>data</c> of the browser's message event; any text.</param>
    /// <param name="message">The message.</param>
    /// <returns>Whether the text is a message of Embedded Signup.</returns>
    public static bool TryParse(string? json, [NotNullWhen(true)] out EmbeddedSignupMessage? message) => TryParse(Encoding.UTF8.GetBytes(json ?? string.Empty), out message);

    /// <summary>Reads a message, if it is one.</summary>
    /// <param name="utf8Json">Any bytes.</param>
    /// <param name="message">The message.</param>
    /// <returns>Whether the bytes are a message of Embedded Signup.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out EmbeddedSignupMessage? message)
    {
        message = RawJson.TryParse(utf8Json, out RawJson json) ? MessageReader.Read(json) : null;
        return message is not null;
    }

    /// <summary>Returns the event, without ids and texts.</summary>
    /// <returns>The name of the event.</returns>
    public sealed override string ToString() => Event;
}
