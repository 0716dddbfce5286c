using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Business profiles, settings, and what else a number keeps as it was said.</summary>
internal sealed class ProfileArea(FakePlatform platform) : IPlatformArea
{
    private const string Settings = "settings";
    private const string Official = "official_business_account";
    private const string Commerce = "whatsapp_commerce_settings";
    private const string Compliance = "business_compliance_info";
    private const string Automation = "conversational_automation";
    private const string Key = "business_public_key";
    private static readonly string[] ProfileTexts = ["about", "address", "description", "email", "vertical"];
    private static readonly string[] Features = ["calling", "user_identity_change", "payload_encryption", "storage_configuration"];

    public void Register(PlatformTable table)
    {
        table.Add("GetBusinessProfile", call => call.Answer(Wrap(ProfileOf(platform.FindNode(call.Number.ProfileId)!, call.Fields))));
        table.Add("UpdateBusinessProfile", call => UpdateProfile(call, platform.FindNode(call.Number.ProfileId)!));
        table.Add("GetBusinessProfileNode", static call => call.AnswerNode());
        table.Add("UpdateBusinessProfileNode", static call => UpdateProfile(call, call.AnyNode!));
        table.Add("GetSettings", static call => call.Answer(Kept(call.Number, Settings)));
        table.Add("UpdateSettings", UpdateSettings);
        table.Add("GetOfficialAccountStatus", static call => call.Answer(new JsonObject { ["id"] = call.Number.Id, ["oba_status"] = Kept(call.Number, Official)["oba_status"]?.DeepClone() }));
        table.Add("RequestOfficialAccount", RequestOfficial);
        table.Add("GetComplianceInfo", static call => call.Answer(Wrap(Kept(call.Number, Compliance))));
        table.Add("UpdateComplianceInfo", static call => Keep(call, Compliance));
        table.Add("GetCommerceSettings", GetCommerce);
        table.Add("UpdateCommerceSettings", UpdateCommerce);
        table.Add("GetConversationalAutomation", static call => call.Answer(new JsonObject { [Automation] = call.Number.Read(Automation), ["id"] = call.Number.Id }));
        table.Add("UpdateConversationalAutomation", UpdateAutomation);
        table.Add("GetBot", static call => call.AnswerNode());
        table.Add("GetEncryptionKey", static call => call.Answer(Wrap(Kept(call.Number, Key))));
        table.Add("SetEncryptionKey", SetKey);
    }

    private static JsonObject Wrap(JsonObject item) => new() { ["data"] = new JsonArray(item.Count == 0 ? [] : [item]) };

    private static JsonObject Kept(FakeNode node, string name) => node.Read(name) as JsonObject ?? [];

    private static FakeAnswer Keep(PlatformCall call, string name)
    {
        var kept = (JsonObject)call.Body.DeepClone();
        kept.Remove("messaging_product");
        call.AnyNode!.Fields[name] = kept;
        return call.Success();
    }

    private static JsonObject ProfileOf(FakeNode node, string? fields)
    {
        var profile = (JsonObject)node.Fields.DeepClone();
        foreach (string name in profile.Select(static p => p.Key).Where(name => fields is not null && !FieldSelection.Asks(fields, name)).ToArray())
        {
            profile.Remove(name);
        }

        profile["messaging_product"] = "whatsapp";
        return profile;
    }

    private static FakeAnswer UpdateProfile(PlatformCall call, FakeNode node)
    {
        if (call.Text("about") is { Length: 0 or > 139 })
        {
            return call.Bad("'about' must have 1 to 139 characters");
        }

        JsonObject profile = node.Fields;
        foreach (string name in ProfileTexts.Where(n => call.Text(n) is not null))
        {
            profile[name] = call.Text(name);
        }

        if (call.Array("websites") is { } websites)
        {
            profile["websites"] = websites.DeepClone();
        }

        if (call.NonEmpty("profile_picture_handle") is { } handle)
        {
            profile["profile_picture_url"] = $"https://pps.whatsapp.net/v/{Uri.EscapeDataString(handle)}";
        }

        return call.Success();
    }

    private FakeAnswer UpdateSettings(PlatformCall call)
    {
        FakeNumber number = call.Number;
        string[] said = [.. Features.Where(f => call.Object(f) is not null)];
        if (said.Length != 1)
        {
            return call.Bad("Exactly one feature must be there");
        }

        if (said[0] is "storage_configuration" && number.Registered)
        {
            return call.Bad("The storage of a registered number cannot be changed. Deregister it before.");
        }

        JsonObject settings = Kept(number, Settings);
        JsonObject feature = settings[said[0]] as JsonObject ?? [];
        settings[said[0]] = feature;
        foreach ((string name, JsonNode? value) in call.Object(said[0])!)
        {
            feature[name] = value?.DeepClone();
        }

        number.Fields[Settings] = settings;
        if (said[0] is "calling")
        {
            platform.Fire(PlatformEvent.Of(number.Account, "account_settings_update", new JsonObject
            {
                ["messaging_product"] = "whatsapp",
                ["timestamp"] = PlatformEvent.Timestamp(call.Now),
                ["type"] = "phone_number_settings",
                ["phone_number_settings"] = new JsonObject { ["phone_number_id"] = number.Id, ["calling"] = feature.DeepClone() },
            }));
        }

        return call.Success();
    }

    private static FakeAnswer RequestOfficial(PlatformCall call)
    {
        call.Number.Fields[Official] = new JsonObject { ["oba_status"] = "PENDING" };
        return call.Success();
    }

    private static FakeAnswer GetCommerce(PlatformCall call)
    {
        JsonObject settings = Kept(call.Number, Commerce);
        return call.Answer(Wrap(settings));
    }

    private static FakeAnswer UpdateCommerce(PlatformCall call)
    {
        JsonObject settings = Kept(call.Number, Commerce);
        settings["id"] ??= FakePlatform.NewId();
        settings["is_cart_enabled"] = call.Flag("is_cart_enabled") ?? (bool?)settings["is_cart_enabled"] ?? true;
        settings["is_catalog_visible"] = call.Flag("is_catalog_visible") ?? (bool?)settings["is_catalog_visible"] ?? false;
        call.Number.Fields[Commerce] = settings;
        return call.Success();
    }

    private FakeAnswer UpdateAutomation(PlatformCall call)
    {
        FakeNumber number = call.Number;
        string? id = (string?)Kept(number, Automation)["id"];
        FakeNode bot = platform.FindNode(id ?? string.Empty) is PlatformObject known
            ? known
            : platform.Add(new PlatformObject(platform, FakePlatform.NewId(), "bot-id", number, "id,prompts,commands,enable_welcome_message"));
        if (call.Flag("enable_welcome_message") is { } welcome)
        {
            bot.Fields["enable_welcome_message"] = welcome;
        }

        foreach (string list in (string[])["prompts", "commands"])
        {
            if (call.Array(list) is { } items)
            {
                bot.Fields[list] = items.DeepClone();
            }
        }

        number.Fields[Automation] = bot.Describe(fields: null);
        return call.Success();
    }

    private static FakeAnswer SetKey(PlatformCall call)
    {
        if (call.NonEmpty(Key) is not { } key || !key.Contains("PUBLIC KEY", StringComparison.Ordinal))
        {
            return call.Bad($"'{Key}' must be a public key as PEM");
        }

        call.Number.Fields[Key] = new JsonObject { [Key] = key, ["business_public_key_signature_status"] = "VALID" };
        return call.Success();
    }
}
