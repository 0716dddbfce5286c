using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>How partners vouch for their customers.</summary>
internal sealed class VerificationArea(FakePlatform platform) : IPlatformArea
{
    /// <summary>The list of a partner's submissions.</summary>
    public const string Edge = "self_certified_whatsapp_business_submissions";

    private const int MostAttempts = 3;
    private const int NoAccess = 200;

    public void Register(PlatformTable table)
    {
        table.Add("CertifyBusiness", Certify);
        table.Add("ListCertifications", static call => call.Page(call.Business.ListOf(Edge)
            .Where(s => call.NonEmpty("end_business_id") is not { } id || id.Equals((string?)s["client_business_id"], StringComparison.Ordinal))
            .Select(static s => (JsonObject)s.DeepClone())));
    }

    /// <summary>A time as submissions show it.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    private FakeAnswer Certify(PlatformCall call)
    {
        if (!call.Token.User.IsAdmin)
        {
            return call.Error(NoAccess, "Only the token of an administrator may be used here", message: "Permissions error");
        }

        if (call.NonEmpty("end_business_id") is not { } id || platform.FindNode(id) is not FakeBusiness customer || !customer.IsOpenTo(call.Token))
        {
            return call.Bad("'end_business_id' names no customer of yours");
        }

        int attempts = call.Business.ListOf(Edge).Count(s => id.Equals((string?)s["client_business_id"], StringComparison.Ordinal)) + 1;
        if (attempts > MostAttempts)
        {
            return call.Bad("The customer was submitted 3 times already");
        }

        call.Business.ListOf(Edge).Add(new JsonObject
        {
            ["id"] = FakePlatform.NewId(),
            ["verification_status"] = "PENDING",
            ["submitted_time"] = Time(call.Now),
            ["update_time"] = Time(call.Now),
            ["client_business_id"] = id,
            ["submitted_info"] = new JsonObject([.. call.Request.Form.Where(static p => p.Key is not "end_business_id").Select(static p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))]),
        });
        customer.Fields["verification_status"] = "pending";
        return call.Answer(new JsonObject { ["success"] = true, ["message"] = "The submission was received.", ["verification_attempts"] = attempts });
    }
}
