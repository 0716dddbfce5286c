using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Lists whose items are kept as they were sent.</summary>
internal sealed class ListArea(FakePlatform platform) : IPlatformArea
{
    private const int UnknownSequence = 4027017;
    private const int UnknownConfiguration = 100;

    public void Register(PlatformTable table)
    {
        table.Add("ListSchedules", static call => Show(call, "schedules"));
        table.Add("CreateSchedule", static call => Create(call, "schedules", new JsonObject { ["status"] = "ACTIVE", ["is_active"] = true }));
        table.Add("ListTemplateGroups", static call => Show(call, "template_groups"));
        table.Add("CreateTemplateGroup", static call => Create(call, "template_groups", []));
        table.Add("ListActivities", static call => Show(call, "activities"));
        table.Add("ListMessageHistory", static call => Show(call, "message_history"));
        table.Add("ListMessageHistoryEvents", static call => call.Page([]));
        table.Add("CreateDataset", static call => Create(call, "datasets", []));
        table.Add("SendConversionEvent", static call => call.Answer(new JsonObject { ["events_received"] = call.Array("data")?.Count ?? 0, ["fbtrace_id"] = GraphErrors.NewTraceId() }));
        table.Add("ListCatalogs", static call => Show(call, "product_catalogs"));
        table.Add("ConnectCatalog", Connect);
        table.Add("DisconnectCatalog", static call => call.Account.ListOf("product_catalogs").RemoveAll(c => Is(c, "id", call.Text("catalog_id"))) > 0 ? call.Success() : call.Bad("The catalog is not connected"));
        table.Add("ListWelcomeSequences", static call => Show(call, "welcome_message_sequences"));
        table.Add("SaveWelcomeSequence", SaveSequence);
        table.Add("DeleteWelcomeSequence", static call => call.Account.ListOf("welcome_message_sequences").RemoveAll(s => Is(s, "sequence_id", call.Text("sequence_id"))) > 0 ? call.Success() : NoSequence(call));
        table.Add("CreateSignup", CreateSignup);
        table.Add("ListSignups", call => call.Page(platform.All<PlatformObject>(o => o.Fits("signup-id") && o.Owner == call.Account).Select(static o => o.Describe("id,signup_message,status"))));
        table.Add("GetSignup", static call => call.AnswerNode());
        table.Add("UpdateSignup", UpdateSignup);
        table.Add("ListCustomerBases", static call => call.Answer(new JsonObject { ["messaging_customer_bases"] = new JsonArray([.. call.Business.ListOf("bases").Select(static b => b.DeepClone())]) }));
        table.Add("CreateCustomerBase", CreateBase);
        table.Add("GetDefaultCustomerBase", static call => call.Answer(call.Account.Read("default_base") as JsonObject ?? []));
        table.Add("SetDefaultCustomerBase", SetDefaultBase);
        table.Add("ListPaymentConfigurations", static call => call.Answer(new JsonObject { ["data"] = new JsonArray(new JsonObject { ["payment_configurations"] = new JsonArray([.. Payments(call).Select(static p => p.DeepClone())]) }) }));
        table.Add("GetPaymentConfiguration", static call => FindPayment(call, call.Path("configuration-name")) is { } found ? call.Answer(new JsonObject { ["data"] = new JsonArray(found.DeepClone()) }) : NoPayment(call));
        table.Add("CreatePaymentConfiguration", CreatePayment);
        table.Add("DeletePaymentConfiguration", static call => Payments(call).RemoveAll(p => Is(p, "configuration_name", call.Text("configuration_name"))) > 0 ? call.Success() : NoPayment(call));
        table.Add("SetPaymentDataEndpoint", SetEndpoint);
        table.Add("CreatePaymentOAuthLink", static call => FindPayment(call, call.Text("configuration_name")) is null ? NoPayment(call) : call.Answer(Link(call)));
    }

    private static FakeAnswer Show(PlatformCall call, string edge) => call.Page(call.AnyNode!.ListOf(edge).Select(static item => (JsonObject)item.DeepClone()));

    private static FakeAnswer Create(PlatformCall call, string edge, JsonObject defaults)
    {
        JsonObject item = defaults;
        item["id"] = FakePlatform.NewId();
        Copy(call, item);
        call.AnyNode!.ListOf(edge).Add(item);
        return call.AnswerId((string)item["id"]!);
    }

    /// <summary>Takes what was sent, in whatever form.</summary>
    private static void Copy(PlatformCall call, JsonObject item)
    {
        foreach ((string name, JsonNode? value) in call.Body.Where(static p => p.Key is not ("messaging_product" or "id")))
        {
            item[name] = value?.DeepClone();
        }

        foreach ((string name, string value) in call.Request.Form.Concat(call.Request.Query.Where(static p => p.Key is not "fields")))
        {
            item[name] = value;
        }
    }

    private static bool Is(JsonObject item, string name, string? value) => value is not null && value.Equals((string?)item[name], StringComparison.Ordinal);

    private static FakeAnswer Connect(PlatformCall call)
    {
        if (call.NonEmpty("catalog_id") is not { } id)
        {
            return call.Missing("catalog_id");
        }

        if (call.Account.ListOf("product_catalogs").Count > 0)
        {
            return call.Bad("The account has a catalog already");
        }

        call.Account.ListOf("product_catalogs").Add(new JsonObject { ["id"] = id, ["name"] = "Catalog" });
        return call.Success();
    }

    private static FakeAnswer NoSequence(PlatformCall call) => call.Error(UnknownSequence, "There is no such sequence", status: 400);

    private static FakeAnswer SaveSequence(PlatformCall call)
    {
        List<JsonObject> sequences = call.Account.ListOf("welcome_message_sequences");
        JsonObject? known = sequences.Find(s => Is(s, "sequence_id", call.Text("sequence_id")));
        if (known is null && call.NonEmpty("sequence_id") is not null)
        {
            return NoSequence(call);
        }

        JsonObject item = known ?? new JsonObject { ["sequence_id"] = FakePlatform.NewId(), ["is_used_in_ad"] = false };
        Copy(call, item);
        if (known is not null)
        {
            return call.Success();
        }

        sequences.Add(item);
        return call.Answer(new JsonObject { ["sequence_id"] = item["sequence_id"]?.DeepClone() });
    }

    private FakeAnswer CreateSignup(PlatformCall call)
    {
        FakeNode signup = platform.Add(new PlatformObject(
            platform, FakePlatform.NewId(), "signup-id", call.Account, "id,waba_id,signup_message,confirmation_message,privacy_policy_url,promo_code,status,display_name,website_url"));
        Copy(call, signup.Fields);
        signup.Fields.Remove("policy");
        signup.Fields["waba_id"] = call.Account.Id;
        signup.Fields["status"] = "ACTIVE";
        return call.AnswerId(signup.Id);
    }

    private static FakeAnswer UpdateSignup(PlatformCall call)
    {
        Copy(call, call.AnyNode!.Fields);
        return call.Success();
    }

    private static FakeAnswer CreateBase(PlatformCall call)
    {
        string id = FakePlatform.NewId();
        call.Business.ListOf("bases").Add(new JsonObject { ["id"] = id, ["name"] = call.Text("messaging_customer_base_name") });
        return call.Answer(new JsonObject { ["messaging_customer_base_id"] = id });
    }

    private static FakeAnswer SetDefaultBase(PlatformCall call)
    {
        var set = new JsonObject { ["default_messaging_customer_base_id"] = call.Text("messaging_customer_base_id"), ["updated_time"] = call.Now.ToUnixTimeSeconds() };
        call.Account.Fields["default_base"] = set;
        return call.Answer((JsonObject)set.DeepClone());
    }

    private static List<JsonObject> Payments(PlatformCall call) => call.Account.ListOf("payment_configurations");

    private static JsonObject? FindPayment(PlatformCall call, string? name) => Payments(call).Find(p => Is(p, "configuration_name", name));

    private static FakeAnswer NoPayment(PlatformCall call) => call.Error(UnknownConfiguration, "There is no such payment configuration");

    private static FakeAnswer CreatePayment(PlatformCall call)
    {
        if (call.NonEmpty("configuration_name") is not { } name)
        {
            return call.Missing("configuration_name");
        }

        string provider = call.Text("provider_name") ?? string.Empty;
        bool isGateway = !provider.Equals("upi_vpa", StringComparison.OrdinalIgnoreCase);
        var item = new JsonObject
        {
            ["configuration_name"] = name,
            ["provider_name"] = provider,
            ["status"] = isGateway ? "Needs_Connecting" : "Active",
            ["created_timestamp"] = call.Now.ToUnixTimeSeconds(),
            ["updated_timestamp"] = call.Now.ToUnixTimeSeconds(),
        };
        foreach (string code in (string[])["merchant_category_code", "purpose_code"])
        {
            if (call.NonEmpty(code) is { } text)
            {
                item[code] = new JsonObject { ["code"] = text, ["description"] = "As the platform describes it" };
            }
        }

        if (call.NonEmpty("merchant_vpa") is { } vpa)
        {
            item["merchant_vpa"] = vpa;
        }

        Payments(call).RemoveAll(p => Is(p, "configuration_name", name));
        Payments(call).Add(item);
        JsonObject answer = isGateway ? Link(call) : [];
        answer["success"] = true;
        return call.Answer(answer);
    }

    private static JsonObject Link(PlatformCall call) => new()
    {
        ["oauth_url"] = $"https://www.facebook.com/payments/oauth?configuration={Uri.EscapeDataString(call.Text("configuration_name") ?? string.Empty)}",
        ["expiration"] = (call.Now + TimeSpan.FromHours(1)).ToUnixTimeSeconds(),
    };

    private static FakeAnswer SetEndpoint(PlatformCall call)
    {
        if (FindPayment(call, call.Path("configuration-name")) is not { } found)
        {
            return NoPayment(call);
        }

        found["data_endpoint_url"] = call.Text("data_endpoint_url");
        return call.Success();
    }
}
