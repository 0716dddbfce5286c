using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What users do about payments.</summary>
public sealed partial class FakePlatform
{
    /// <summary>Lets a user pay an order in India.</summary>
    /// <param name="number">The number that sent the order.</param>
    /// <param name="configuration">The name of the payment configuration.</param>
    /// <param name="referenceId">The reference of the order.</param>
    /// <param name="paise">What was paid, in hundredths of a rupee.</param>
    /// <param name="isCaptured">Whether the money has arrived; otherwise the payment is pending.</param>
    public void AddPayment(FakeNumber number, string configuration, string referenceId, long paise, bool isCaptured = true)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        ArgumentException.ThrowIfNullOrEmpty(referenceId);
        ArgumentOutOfRangeException.ThrowIfLessThan(paise, 1);
        Act(() =>
        {
            long now = Now.ToUnixTimeSeconds();
            number.ListOf(PaymentArea.Edge).Add(new JsonObject
            {
                ["configuration"] = configuration,
                ["reference_id"] = referenceId,
                ["status"] = isCaptured ? "captured" : "pending",
                ["currency"] = "INR",
                ["total_amount"] = new JsonObject { ["value"] = paise, ["offset"] = 100 },
                ["transactions"] = new JsonArray(new JsonObject
                {
                    ["id"] = NewId(),
                    ["type"] = "razorpay",
                    ["status"] = isCaptured ? "success" : "pending",
                    ["created_timestamp"] = now,
                    ["updated_timestamp"] = now,
                    ["method"] = new JsonObject { ["type"] = "upi" },
                }),
            });
        });
    }

    /// <summary>Lets the owner of an account connect a payment configuration with its gateway. Apps are told.</summary>
    /// <param name="account">The account.</param>
    /// <param name="configuration">The name of the payment configuration.</param>
    /// <exception cref="ArgumentException">There is no such configuration.</exception>
    public void ConnectPaymentGateway(FakeAccount account, string configuration)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        Act(() =>
        {
            JsonObject found = account.ListOf("payment_configurations").Find(p => configuration.Equals((string?)p["configuration_name"], StringComparison.Ordinal))
                ?? throw new ArgumentException("There is no such payment configuration.", nameof(configuration));
            found["status"] = "Active";
            found["provider_mid"] = NewId();
            found["updated_timestamp"] = Now.ToUnixTimeSeconds();
            Fire(PlatformEvent.Of(account, "payment_configuration_update", new JsonObject
            {
                ["configuration_name"] = configuration,
                ["provider_name"] = found["provider_name"]?.DeepClone(),
                ["provider_mid"] = found["provider_mid"]?.DeepClone(),
                ["status"] = "Active",
                ["created_timestamp"] = found["created_timestamp"]?.DeepClone(),
                ["updated_timestamp"] = found["updated_timestamp"]?.DeepClone(),
            }));
        });
    }
}
