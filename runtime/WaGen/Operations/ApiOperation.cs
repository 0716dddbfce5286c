using System.Diagnostics;

namespace WaGen;

/// <summary>One operation of an API: what the schema says of it. Printed code has one of each.</summary>
[DebuggerDisplay("{Name}: {Method} {Path}")]
public abstract class ApiOperation
{
    private protected ApiOperation()
    {
    }

    /// <summary>Gets the API that the operation belongs to.</summary>
    public required ApiDefinition Api { get; init; }

    /// <summary>Gets the group of the API, such as <c>messaging</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Gets the name, such as <c>SendMessage</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path below host and version, with parameters in braces: <c>/{phone-number-id}/messages</c>; or one parameter alone that is a whole address.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the parameters in path, query, headers and form.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Gets the path parameter that names the account whose token is used; null without one.</summary>
    public string? Account { get; init; }

    /// <summary>Gets a value indicating whether the JSON body may be left out.</summary>
    public bool IsBodyOptional { get; init; }

    /// <summary>Gets how the request's body is sent.</summary>
    public ApiContent Content { get; init; }

    /// <summary>Gets how the answer's body is received.</summary>
    public ApiContent AnswerContent { get; init; } = ApiContent.Json;

    /// <summary>Gets the names of the host groups of <see cref="ApiDefinition.Hosts"/> that requests with a token may go to; the first one is used where the path gives none.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["graph"];

    /// <summary>Gets the word before the token in the Authorization header.</summary>
    public string Authorization { get; init; } = "Bearer";

    /// <summary>Gets the permissions that the token needs.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Gets the kinds of token that may be used; empty when the operation needs none.</summary>
    public IReadOnlyList<AccessTokenKind> Tokens { get; init; } = [];

    /// <summary>Gets why only tokens of <see cref="Tokens"/> may be used, as a sentence; null when nothing is said.</summary>
    public string? TokensBecause { get; init; }

    /// <summary>Gets a value indicating whether a request without a proof that the caller has the app's secret is refused.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>Gets a value indicating whether sending the same request again changes nothing more.</summary>
    public bool IsRepeatSafe { get; init; }

    /// <summary>Gets the name of the limit that requests count against on the client's side; null without one.</summary>
    public string? Limiter { get; init; }

    /// <summary>Gets the names of the quotas of <see cref="ApiDefinition.Quotas"/> that requests count against.</summary>
    public IReadOnlyList<string> Quotas { get; init; } = [];

    /// <summary>Gets the member of the answer that parameters in <see cref="ApiParameterPlace.Expansion"/> describe: it is asked for in <c>fields</c> as <c>member.parameter(value)</c>. Null without one.</summary>
    public string? Expansion { get; init; }

    /// <summary>Gets what tells an answer that the request was done in part from a failure; null when no failure is such an answer.</summary>
    public ApiPartialAnswer? Partial { get; init; }

    /// <summary>Gets the member that an answer is read under when it comes as a bare array; null when it always is an object.</summary>
    public string? ListMember { get; init; }

    /// <summary>Gets the query parameter that asks for the next page of a list; null when there are no pages.</summary>
    public string? PageParameter { get; init; }

    /// <summary>Gets the page that documents the operation; null when nobody does.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the type of the request's body; null without one.</summary>
    public abstract Type? BodyType { get; }

    /// <summary>Gets the type of the answer; null when it is no JSON object.</summary>
    public abstract Type? AnswerType { get; }

    /// <summary>Reads a request's body, as a server does.</summary>
    /// <param name="utf8Json">The JSON text.</param>
    /// <param name="findings">Takes what the schema does not describe; null when nobody wants to know.</param>
    /// <returns>The payload; null when the operation has no JSON body.</returns>
    /// <exception cref="FormatException">The text is not valid JSON or no object; the message says why and at which byte.</exception>
    public abstract Payload? ReadBody(ReadOnlySpan<byte> utf8Json, ICollection<PayloadFinding>? findings = null);

    /// <summary>Reads an answer, as a client does. A bare array is read as if it stood under <see cref="ListMember"/>, where there is one.</summary>
    /// <param name="utf8Json">The JSON text.</param>
    /// <param name="findings">Takes what the schema does not describe; null when nobody wants to know.</param>
    /// <returns>The payload; null when the operation has no JSON answer.</returns>
    /// <exception cref="FormatException">The text is not valid JSON or no object; the message says why and at which byte.</exception>
    public abstract Payload? ReadAnswer(ReadOnlySpan<byte> utf8Json, ICollection<PayloadFinding>? findings = null);

    /// <summary>Returns name, method and path.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => $"{Name} ({Method} {Path})";
}
