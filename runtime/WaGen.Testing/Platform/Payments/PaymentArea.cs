using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Payments of orders, and money that goes back.</summary>
internal sealed class PaymentArea : IPlatformArea
{
    /// <summary>The list of a number's payments.</summary>
    public const string Edge = "payments";

    public void Register(PlatformTable table)
    {
        table.Add("GetPayment", Get);
        table.Add("RefundPayment", Refund);
    }

    /// <summary>Finds a payment of a number.</summary>
    public static JsonObject? Find(FakeNumber number, string? configuration, string? reference) => number.ListOf(Edge).Find(p =>
        string.Equals((string?)p["configuration"], configuration, StringComparison.Ordinal) && string.Equals((string?)p["reference_id"], reference, StringComparison.Ordinal));

    private static FakeAnswer Get(PlatformCall call)
    {
        if (Find(call.Number, call.Path("configuration-name"), call.Path("reference-id"))?.DeepClone() is not JsonObject payment)
        {
            return call.Bad("There is no such payment");
        }

        payment.Remove("configuration");
        return call.Answer(new JsonObject { ["payments"] = new JsonArray(payment) });
    }

    private static FakeAnswer Refund(PlatformCall call)
    {
        if (Find(call.Number, call.Text("payment_config_id"), call.Text("reference_id")) is not { } payment || (string?)payment["status"] is not "captured")
        {
            return call.Bad("There is no such payment, or it was not captured");
        }

        JsonObject? amount = call.Object("amount");
        if (!long.TryParse(amount?["value"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long value) || value > (long)payment["total_amount"]!["value"]!)
        {
            return call.Bad("'amount' must be a part of what was paid");
        }

        string speed = call.Text("speed") ?? "normal";
        string id = FakePlatform.NewId();
        long now = call.Now.ToUnixTimeSeconds();
        JsonObject transaction = payment["transactions"]![0]!.AsObject();
        JsonArray refunds = transaction["refunds"] as JsonArray ?? [];
        transaction["refunds"] = refunds;
        refunds.Add((JsonNode)new JsonObject
        {
            ["id"] = id,
            ["amount"] = new JsonObject { ["value"] = value, ["offset"] = 100 },
            ["speed_processed"] = speed,
            ["status"] = "completed",
            ["created_timestamp"] = now,
            ["updated_timestamp"] = now,
        });
        return call.Answer(new JsonObject { ["id"] = id, ["status"] = "completed", ["speed_processed"] = speed });
    }
}
