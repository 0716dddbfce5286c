using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Codes and tokens.</summary>
internal sealed class TokenArea(FakePlatform platform) : IPlatformArea
{
    private const int BadSecret = 1;
    private const int NoSuchApp = 101;

    public void Register(PlatformTable table)
    {
        table.Add("ExchangeCode", ExchangeCode);
        table.Add("InspectToken", InspectToken);
        table.Add("FetchBusinessToken", FetchBusinessToken);
    }

    private FakeAnswer ExchangeCode(PlatformCall call)
    {
        if (call.NonEmpty("client_id") is not { } id || platform.FindNode(id) is not FakeApp app)
        {
            return call.Error(NoSuchApp, "There is no such app", status: 400, message: "Error validating application. Cannot get application info due to a system error.");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(app.Secret), Encoding.UTF8.GetBytes(call.Text("client_secret") ?? string.Empty)))
        {
            return call.Error(BadSecret, "The secret is not that of the app", status: 400, message: "Error validating client secret.");
        }

        FakeToken? token = platform.Exchange(app, call.Text("code") ?? string.Empty, out int? subcode);
        return token is null
            ? call.Error(GraphErrors.BadParameter, "The code is not good", subcode, message: subcode is null ? "Invalid verification code format." : "This authorization code has been used or has expired.")
            : call.Answer(new JsonObject { ["access_token"] = token.Value, ["token_type"] = "bearer" });
    }

    private FakeAnswer InspectToken(PlatformCall call)
    {
        if (call.NonEmpty("input_token") is not { } value)
        {
            return call.Missing("input_token");
        }

        FakeToken? token = platform.FindToken(value);
        if (token is null || (token.App != call.Token.App && token.App.Business != call.Token.App.Business))
        {
            return call.Answer(new JsonObject { ["data"] = Refused(token is null ? "The access token could not be decrypted" : "The access token does not belong to this app") });
        }

        return call.Answer(new JsonObject { ["data"] = Describe(token) });
    }

    private FakeAnswer FetchBusinessToken(PlatformCall call)
    {
        FakeBusiness customer = call.Business;
        FakeToken? token = platform.FindBusinessToken(call.Token.App, customer);
        if (token is null && call.Flag("fetch_only") == true)
        {
            return call.Bad("There is no token to fetch: the customer was not onboarded, or ended it");
        }

        if (token is null)
        {
            FakeAccount[] accounts = [.. call.Texts("asset").Select(platform.FindNode).OfType<FakeAccount>().Where(a => a.Business == customer && a.IsOpenTo(call.Token))];
            if (accounts.Length == 0)
            {
                return call.Bad("'asset' names no account that the customer has shared");
            }

            token = platform.IssueBusinessToken(call.Token.App, customer, accounts);
            token.ExpiresAt = call.Flag("set_token_expires_in_60_days") == true ? call.Now + TimeSpan.FromDays(60) : null;
        }

        return call.Answer(new JsonObject { ["access_token"] = token.Value });
    }

    private static JsonObject Describe(FakeToken token)
    {
        var data = new JsonObject
        {
            ["app_id"] = token.App.Id,
            ["type"] = token.Kind switch { AccessTokenKind.User => "USER", AccessTokenKind.App => "APP", _ => "SYSTEM_USER" },
            ["application"] = token.App.Name,
            ["data_access_expires_at"] = 0,
            ["expires_at"] = token.ExpiresAt?.ToUnixTimeSeconds() ?? 0,
            ["is_valid"] = token.IsValid,
        };
        if (token.Kind == AccessTokenKind.App)
        {
            data["scopes"] = new JsonArray();
            return data;
        }

        data["issued_at"] = token.IssuedAt.ToUnixTimeSeconds();
        data["scopes"] = new JsonArray([.. token.Scopes.Select(static s => JsonValue.Create(s))]);
        data["granular_scopes"] = new JsonArray([.. token.Scopes.Select(scope => Granular(token, scope))]);
        data["user_id"] = token.User.Id;
        if (!token.IsValid)
        {
            data["error"] = new JsonObject { ["code"] = GraphErrors.BadToken, ["message"] = "Error validating access token: Session has expired.", ["subcode"] = token.HasExpired ? 463 : 460 };
        }

        return data;
    }

    private static JsonObject Granular(FakeToken token, string scope)
    {
        var granular = new JsonObject { ["scope"] = scope };
        if (token.Kind == AccessTokenKind.Business && TargetsOf(token, scope) is { } targets)
        {
            granular["target_ids"] = new JsonArray([.. targets.Select(static id => JsonValue.Create(id))]);
        }

        return granular;
    }

    private static IEnumerable<string>? TargetsOf(FakeToken token, string scope) => scope switch
    {
        "business_management" => [token.Business.Id],
        "ads_read" => token.Assets.Count > 0 ? token.Assets : null,
        _ => token.Accounts.Select(static a => a.Id),
    };

    private static JsonObject Refused(string message) => new()
    {
        ["error"] = new JsonObject { ["code"] = GraphErrors.BadToken, ["message"] = message },
        ["is_valid"] = false,
        ["scopes"] = new JsonArray(),
    };
}
