using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What stands in the way of things about groups.</summary>
internal static class GroupErrors
{
    public const int Empty = 131020;
    public const int Unknown = 131041;
    public const int Partial = 131201;
    public const int Twice = 131202;
    public const int TooMany = 131204;
    public const int Suspended = 131207;
    public const int NoParticipant = 131212;
    public const int NoRequest = 131213;
    public const int NotEligible = 131215;

    /// <summary>Describes an error inside of an answer or a webhook.</summary>
    public static JsonObject Describe(int code)
    {
        string text = code switch
        {
            Partial => "Some participants could not be changed.",
            Twice => "The user is in the group already.",
            TooMany => "The group has as many participants as it may have.",
            NoParticipant => "The user is not in the group.",
            _ => "There is no such request.",
        };
        return new JsonObject
        {
            ["code"] = code,
            ["message"] = string.Create(CultureInfo.InvariantCulture, $"(#{code}) {text}"),
            ["title"] = text,
            ["error_data"] = new JsonObject { ["details"] = text },
        };
    }
}
