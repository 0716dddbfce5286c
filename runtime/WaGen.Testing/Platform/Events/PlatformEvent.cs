using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Something that apps are told by webhook.</summary>
internal sealed record PlatformEvent
{
    /// <summary>The name of the webhook field.</summary>
    public required string Field { get; init; }

    /// <summary>The whole body.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Who is told, and where.</summary>
    public required IReadOnlyList<PlatformTarget> Targets { get; init; }

    /// <summary>Tells the apps that have subscribed to an account about it.</summary>
    public static PlatformEvent Of(FakeAccount account, string field, JsonObject value) => new()
    {
        Field = field,
        Body = Write(account.Id, account.Platform.Now, field, value),
        Targets = PlatformTargets.Of(account, number: null, field),
    };

    /// <summary>Tells the apps that have subscribed to the account of a number about the number. The value names the number.</summary>
    public static PlatformEvent Of(FakeNumber number, string field, JsonObject value)
    {
        var full = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = number.Phone, ["phone_number_id"] = number.Id },
        };
        foreach ((string name, JsonNode? member) in value)
        {
            full[name] = member?.DeepClone();
        }

        return new PlatformEvent { Field = field, Body = Write(number.Account.Id, time: null, field, full), Targets = PlatformTargets.Of(number.Account, number, field) };
    }

    /// <summary>Tells the apps of a portfolio.</summary>
    public static PlatformEvent Of(FakeBusiness business, string field, JsonObject value) => new()
    {
        Field = field,
        Body = Write(business.Id, business.Platform.Now, field, value),
        Targets = PlatformTargets.Of(business, field),
    };

    /// <summary>The time of an event inside of a value.</summary>
    public static string Timestamp(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] Write(string id, DateTimeOffset? time, string field, JsonObject value)
    {
        var entry = new JsonObject { ["id"] = id };
        if (time is { } at)
        {
            entry["time"] = at.ToUnixTimeSeconds();
        }

        entry["changes"] = new JsonArray(new JsonObject { ["value"] = value.DeepClone(), ["field"] = field });
        return Encoding.UTF8.GetBytes(new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) }.ToJsonString());
    }
}
