using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Flows: made, read, changed, published.</summary>
internal sealed class FlowArea(FakePlatform platform) : IPlatformArea
{
    private const int CannotUpdate = 139001;
    private const int CannotPublish = 139002;
    private const int CannotDeprecate = 139003;
    private const int CannotDelete = 139004;
    private const int NotFound = 4233041;
    private const int MostMigrated = 100;

    public void Register(PlatformTable table)
    {
        table.Add("ListFlows", call => call.Page(platform.All<FakeFlow>(f => f.Account == call.Account)));
        table.Add("CreateFlow", Create);
        table.Add("GetFlow", static call => call.AnswerNode());
        table.Add("UpdateFlow", Update);
        table.Add("DeleteFlow", Delete);
        table.Add("ListFlowAssets", ListAssets);
        table.Add("UploadFlowJson", Upload);
        table.Add("PublishFlow", call => Publish(call, call.Node<FakeFlow>()) ?? call.Success());
        table.Add("DeprecateFlow", Deprecate);
        table.Add("MigrateFlows", Migrate);
        table.Add("GetFlowMetric", static call => call.Answer(Metric(call)));
        table.Add("GetFlowPreview", Preview);
    }

    private FakeAnswer Create(PlatformCall call)
    {
        string? source = call.NonEmpty("flow_json");
        bool publishes = call.Flag("publish") == true;
        if (call.NonEmpty("name") is not { } name)
        {
            return call.Missing("name");
        }

        if (call.Texts("categories") is not { Length: > 0 } categories)
        {
            return call.Missing("categories");
        }

        if (Find(call.Account, name) is not null)
        {
            return Refuse(call, GraphErrors.BadParameter, "Flow name is not unique", "The account has a Flow of this name already.");
        }

        FakeFlow? original = null;
        if (call.NonEmpty("clone_flow_id") is { } originalId)
        {
            original = platform.FindNode(originalId) as FakeFlow;
            if (original is null || original.Account != call.Account || call.NonEmpty("clone_template") is not null)
            {
                return Refuse(call, GraphErrors.BadParameter, "The Flow cannot be copied", "Name one Flow of the account, or one template.");
            }
        }

        source ??= original?.Source;
        if (CheckEndpoint(call) is { } refusal)
        {
            return refusal;
        }

        FakeFlow flow = platform.Add(new FakeFlow(platform, FakePlatform.NewId(), call.Account, name));
        Set(call, flow, categories);
        if (source is null)
        {
            platform.Fire(FlowEvents.Status(flow, before: null));
            return call.AnswerId(flow.Id);
        }

        flow.Take(source);
        if (publishes && WhyNotPublished(flow) is { } reason)
        {
            platform.Remove(flow);
            return Refuse(call, CannotPublish, "The Flow cannot be published", reason);
        }

        platform.Fire(FlowEvents.Status(flow, before: null));
        if (publishes)
        {
            platform.SetStatus(flow, FlowStates.Published);
        }

        return call.Answer(new JsonObject { ["id"] = flow.Id, ["success"] = true, ["validation_errors"] = flow.Read("validation_errors") });
    }

    private FakeAnswer Update(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        string? name = call.NonEmpty("name");
        if (flow.State is FlowStates.Deprecated)
        {
            return Refuse(call, CannotUpdate, "The Flow cannot be changed", "The Flow is deprecated.");
        }

        if (name is not null && Find(flow.Account, name) is { } other && other != flow)
        {
            return Refuse(call, GraphErrors.BadParameter, "Flow name is not unique", "The account has a Flow of this name already.");
        }

        if (CheckEndpoint(call) is { } refusal)
        {
            return refusal;
        }

        flow.Fields["name"] = name ?? flow.Text("name");
        Set(call, flow, call.Texts("categories"));
        return call.Success();
    }

    private void Set(PlatformCall call, FakeFlow flow, string[] categories)
    {
        if (categories.Length > 0)
        {
            flow.Fields["categories"] = new JsonArray([.. categories.Select(static c => JsonValue.Create(c))]);
        }

        if (call.NonEmpty("endpoint_uri") is { } address)
        {
            flow.Fields["endpoint_uri"] = address;
        }

        if (platform.FindNode(call.NonEmpty("application_id") ?? string.Empty) is FakeApp app)
        {
            flow.Fields["application"] = new JsonObject { ["id"] = app.Id, ["name"] = app.Name };
        }

        flow.Touch();
    }

    private static FakeAnswer? CheckEndpoint(PlatformCall call) =>
        call.NonEmpty("endpoint_uri") is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.Ordinal))
            ? Refuse(call, GraphErrors.BadParameter, "Endpoint is not valid", "An endpoint is an address that begins with https.")
            : null;

    private FakeAnswer Delete(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        if (flow.State is not FlowStates.Draft)
        {
            return Refuse(call, CannotDelete, "The Flow cannot be deleted", "Only drafts can be deleted. Deprecate the Flow instead.");
        }

        platform.Remove(flow);
        return call.Success();
    }

    private static FakeAnswer ListAssets(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        JsonObject[] assets = flow.Source is null ? [] : [new() { ["name"] = "flow.json", ["asset_type"] = "FLOW_JSON", ["download_url"] = $"https://scontent.whatsapp.net/flows/{flow.Id}/flow.json" }];
        return call.Page(assets);
    }

    private FakeAnswer Upload(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        if (call.Request.File is not { Length: > 0 } file)
        {
            return call.Missing("file");
        }

        if (flow.State is FlowStates.Deprecated)
        {
            return Refuse(call, CannotUpdate, "The Flow cannot be changed", "The Flow is deprecated.");
        }

        flow.Take(Encoding.UTF8.GetString(file.Content));
        flow.Touch();
        if (flow.State is not FlowStates.Draft)
        {
            platform.SetStatus(flow, FlowStates.Draft);
        }

        return call.Answer(new JsonObject { ["success"] = true, ["validation_errors"] = flow.Read("validation_errors") });
    }

    private FakeAnswer? Publish(PlatformCall call, FakeFlow flow)
    {
        if (WhyNotPublished(flow) is { } reason)
        {
            return Refuse(call, CannotPublish, "The Flow cannot be published", reason);
        }

        platform.SetStatus(flow, FlowStates.Published);
        return null;
    }

    private static string? WhyNotPublished(FakeFlow flow) => flow.State is not FlowStates.Draft ? "The Flow is no draft."
        : flow.Source is null ? "The Flow has no Flow JSON."
        : flow.Fields["validation_errors"] is JsonArray { Count: > 0 } ? "The Flow JSON has errors."
        : flow.Text("data_api_version") is not null && flow.Text("endpoint_uri") is null ? "The Flow needs an endpoint."
        : null;

    private FakeAnswer Deprecate(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        if (flow.State is FlowStates.Draft or FlowStates.Deprecated)
        {
            return Refuse(call, CannotDeprecate, "The Flow cannot be deprecated", "Only a published Flow can be deprecated, and once only.");
        }

        platform.SetStatus(flow, FlowStates.Deprecated);
        return call.Success();
    }

    private FakeAnswer Migrate(PlatformCall call)
    {
        if (platform.FindNode(call.Text("source_waba_id") ?? string.Empty) is not FakeAccount source || source.Business != call.Account.Business || !source.IsOpenTo(call.Token))
        {
            return call.Bad("'source_waba_id' names no other account of the portfolio");
        }

        string[] names = call.Texts("source_flow_names");
        if (names.Length > MostMigrated)
        {
            return call.Bad("At most 100 Flows can be copied at once");
        }

        var done = new JsonArray();
        var failed = new JsonArray();
        foreach (string name in names.Length > 0 ? names : [.. platform.All<FakeFlow>(f => f.Account == source).Select(static f => f.Text("name")!)])
        {
            if (Find(source, name) is { } flow && Find(call.Account, name) is null)
            {
                done.Add((JsonNode)new JsonObject { ["source_name"] = name, ["source_id"] = flow.Id, ["migrated_id"] = Copy(flow, call.Account).Id });
            }
            else
            {
                string code = Find(source, name) is null ? NotFound.ToString(System.Globalization.CultureInfo.InvariantCulture) : "100";
                failed.Add((JsonNode)new JsonObject { ["source_name"] = name, ["error_code"] = code, ["error_message"] = code is "100" ? "The account has a Flow of this name already." : "Flow does not exist in the source account." });
            }
        }

        return call.Answer(new JsonObject { ["migrated_flows"] = done, ["failed_flows"] = failed });
    }

    private FakeFlow Copy(FakeFlow flow, FakeAccount account)
    {
        FakeFlow copy = platform.Add(new FakeFlow(platform, FakePlatform.NewId(), account, flow.Text("name")!));
        copy.Fields["categories"] = flow.Read("categories");
        if (flow.Source is not null)
        {
            copy.Take(flow.Source);
        }

        return copy;
    }

    private static JsonObject Metric(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        Dictionary<string, string>? arguments = ExpansionText.Find(call.Fields ?? string.Empty, "metric");
        JsonNode metric = flow.Read("metric") ?? new JsonObject
        {
            ["granularity"] = arguments?.GetValueOrDefault("granularity") ?? "DAY",
            ["name"] = arguments?.GetValueOrDefault("name"),
            ["data_points"] = new JsonArray(),
        };
        return new JsonObject { ["id"] = flow.Id, ["metric"] = metric };
    }

    private static FakeAnswer Preview(PlatformCall call)
    {
        FakeFlow flow = call.Node<FakeFlow>();
        if (ExpansionText.Find(call.Fields ?? string.Empty, "preview")?.GetValueOrDefault("invalidate") is "true")
        {
            flow.RenewPreview();
        }

        return call.Answer(flow.Describe("preview"));
    }

    private static FakeAnswer Refuse(PlatformCall call, int code, string title, string text) => GraphErrors.Create(call.Operation.Api, code, status: 400, forUsers: (title, text));

    private FakeFlow? Find(FakeAccount account, string name) => platform.First<FakeFlow>(f => f.Account == account && f.Text("name")!.Equals(name, StringComparison.Ordinal));
}
