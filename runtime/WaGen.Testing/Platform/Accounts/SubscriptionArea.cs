using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Which apps get webhooks, of which accounts, and where.</summary>
internal sealed class SubscriptionArea(FakePlatform platform) : IPlatformArea
{
    private const int LongestCallback = 200;
    private const string WebhookObject = "whatsapp_business_account";

    public void Register(PlatformTable table)
    {
        table.Add("SubscribeApp", VerifyOverrideAsync, Subscribe);
        table.Add("ListSubscribedApps", List);
        table.Add("UnsubscribeApp", call => call.Account.Unsubscribe(call.Token.App) ? call.Success() : call.Bad("The app has not subscribed to the account"));
        table.Add("ListAppSubscriptions", ListFields);
        table.Add("SubscribeAppToFields", VerifyCallbackAsync, SubscribeToFields);
        table.Add("UnsubscribeAppFromFields", UnsubscribeFromFields);
    }

    private async Task<FakeAnswer?> VerifyOverrideAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        string? address = call.NonEmpty("override_callback_uri");
        string? verifyToken = call.NonEmpty("verify_token");
        return (address, verifyToken) switch
        {
            (null, null) => null,
            (null, _) => call.Missing("override_callback_uri"),
            (_, null) => call.Missing("verify_token"),
            _ when address.Length > LongestCallback => call.Bad("'override_callback_uri' may have at most 200 characters"),
            _ => await platform.VerifyCallbackAsync(call, call.Token.App, address, verifyToken, cancellationToken).ConfigureAwait(false),
        };
    }

    private static FakeAnswer Subscribe(PlatformCall call)
    {
        FakeApp app = call.Token.App;
        call.Account.Subscribe(app);
        if (call.NonEmpty("override_callback_uri") is { } address)
        {
            call.Account.Overrides[app.Id] = new Uri(address, UriKind.RelativeOrAbsolute);
        }
        else
        {
            call.Account.Overrides.Remove(app.Id);
        }

        return call.Success();
    }

    private static FakeAnswer List(PlatformCall call) => call.Page(call.Account.SubscribedApps.Select(app =>
    {
        var item = new JsonObject { ["whatsapp_business_api_data"] = app.Mention() };
        if (call.Account.Overrides.TryGetValue(app.Id, out Uri? address))
        {
            item["override_callback_uri"] = address.OriginalString;
        }

        return item;
    }));

    private static FakeAnswer ListFields(PlatformCall call)
    {
        FakeApp app = call.Node<FakeApp>();
        IEnumerable<JsonObject> items = app.Address is null ? [] :
        [
            new JsonObject
            {
                ["object"] = WebhookObject,
                ["callback_url"] = app.Address.OriginalString,
                ["active"] = true,
                ["fields"] = new JsonArray([.. app.Subscribed.Select(field => new JsonObject { ["name"] = field, ["version"] = call.Operation.Api.Version })]),
            },
        ];
        return call.Answer(new JsonObject { ["data"] = new JsonArray([.. items]) });
    }

    private async Task<FakeAnswer?> VerifyCallbackAsync(PlatformCall call, CancellationToken cancellationToken) =>
        call.NonEmpty("callback_url") is not { } address
            ? call.Missing("callback_url")
            : await platform.VerifyCallbackAsync(call, call.Node<FakeApp>(), address, call.Text("verify_token"), cancellationToken).ConfigureAwait(false);

    private static FakeAnswer SubscribeToFields(PlatformCall call)
    {
        FakeApp app = call.Node<FakeApp>();
        app.Address = new Uri(call.Text("callback_url")!, UriKind.RelativeOrAbsolute);
        app.Subscribed.Clear();
        app.Subscribed.UnionWith(call.Texts("fields"));
        return call.Success();
    }

    private static FakeAnswer UnsubscribeFromFields(PlatformCall call)
    {
        FakeApp app = call.Node<FakeApp>();
        string[] fields = call.Texts("fields");
        app.Subscribed.ExceptWith(fields);
        if (fields.Length == 0 || app.Subscribed.Count == 0)
        {
            app.Subscribed.Clear();
            app.Address = null;
        }

        return call.Success();
    }
}
