using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>One operation of an API.</summary>
[DebuggerDisplay("{Name}: {Method} {Path}")]
internal sealed record OperationModel
{
    /// <summary>The name in the words of the API.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below host and version, with parameters in braces.</summary>
    public required string Path { get; init; }

    /// <summary>The parameter that names the account whose token is used; null without one.</summary>
    public string? Account { get; init; }

    /// <summary>The type of the body; null without a JSON body.</summary>
    public MemberType? Body { get; init; }

    /// <summary>Whether the body may be left out.</summary>
    public bool IsBodyOptional { get; init; }

    /// <summary>The type of the answer; null when it is no JSON object.</summary>
    public MemberType? Answer { get; init; }

    /// <summary>How the body is sent: a member of the runtime's enumeration.</summary>
    public required string Content { get; init; }

    /// <summary>How the answer comes: a member of the runtime's enumeration.</summary>
    public required string AnswerContent { get; init; }

    /// <summary>The word before the token; null for the usual one.</summary>
    public string? Authorization { get; init; }

    /// <summary>The groups of hosts; empty for the usual one.</summary>
    public required EquatableArray<string> Hosts { get; init; }

    /// <summary>What the token must be allowed.</summary>
    public required EquatableArray<string> Permissions { get; init; }

    /// <summary>The kinds of token: members of the runtime's enumeration.</summary>
    public required EquatableArray<string> Tokens { get; init; }

    /// <summary>Why only these kinds; null when nothing is said.</summary>
    public string? TokensBecause { get; init; }

    /// <summary>Whether a request without a proof that the caller has the app's secret is refused.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>Whether the same request may be sent again by itself.</summary>
    public required bool IsRepeatSafe { get; init; }

    /// <summary>The limit that requests count against; null without one.</summary>
    public string? Limiter { get; init; }

    /// <summary>The quotas of the API that requests count against.</summary>
    public EquatableArray<string> Quotas { get; init; }

    /// <summary>The member of the answer that parameters are arguments of; null without one.</summary>
    public string? Expansion { get; init; }

    /// <summary>The failure that is an answer all the same; null without one.</summary>
    public PartialModel? Partial { get; init; }

    /// <summary>The member of the answer under which a bare array is read; null without one.</summary>
    public string? ListMember { get; init; }

    /// <summary>The path to the array of a page in the answer; null for operations that answer no pages.</summary>
    public string? Items { get; init; }

    /// <summary>The pages of the answer. Known when the files are linked; null when there are none.</summary>
    public PageModel? Page { get; init; }

    /// <summary>Whether replies to events are sent with it.</summary>
    public bool SendsReplies { get; init; }

    /// <summary>The parameters beside the body, in the order of the file.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }
}

/// <summary>A failure that is an answer: its status, and the member that tells it from other failures.</summary>
internal sealed record PartialModel(long Status, string Member);
