using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>How partners ask their customers to join Marketing Messages.</summary>
internal sealed class MarketingArea(FakePlatform platform) : IPlatformArea
{
    /// <summary>The field of businesses and accounts that tells how far they are.</summary>
    public const string StatusField = "marketing_messages_onboarding_status";

    private const int AlreadyAsked = 1752041;

    public void Register(PlatformTable table) => table.Add("OnboardPartnersToMarketingMessages", Ask);

    /// <summary>How far a business is, as it is told.</summary>
    public static JsonObject Status(string status, DateTimeOffset now) => new() { ["status"] = status, ["time"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private FakeAnswer Ask(PlatformCall call)
    {
        FakeBusiness customer = call.Business;
        string? status = (string?)(customer.Read(StatusField) as JsonObject)?["status"];
        if (status is "REQUEST_SENT")
        {
            return call.Error(AlreadyAsked, "The customer was asked before and has not answered yet", status: 400, message: "Duplicate request");
        }

        bool isEligible = status is not "TERM_OF_SERVICE_SIGNED" && platform.Has<FakeAccount>(a => a.Business == customer && a.IsSharedWith(call.Token.Business) && a.Text(StatusField) is "ELIGIBLE");
        if (!isEligible)
        {
            return call.Error(GraphErrors.BadParameter, "The customer has signed already, shares no account with you, or is in a country where this is not offered", message: "Invalid recipient type");
        }

        if (call.NonEmpty("solution_id") is { } solution && (platform.FindNode(solution) is not { } node || !node.Fits("solution-id") || !node.IsOpenTo(call.Token)))
        {
            return call.Bad("'solution_id' names no solution of yours");
        }

        customer.Fields[StatusField] = Status("REQUEST_SENT", call.Now);
        return call.Answer(new JsonObject { ["request_id"] = FakePlatform.NewId() });
    }
}
