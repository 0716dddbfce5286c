using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class PaymentTests : PlatformTest
{
    [Fact]
    public async Task An_order_is_paid_and_refunded()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        FakeNumber number = Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");

        ApiAnswer created = await PostAsync($"{Account.Id}/payment_configuration", token, new { configuration_name = "shop", provider_name = "razorpay" });
        Platform.ConnectPaymentGateway(Account, "shop");
        ApiAnswer configuration = await GetAsync($"{Account.Id}/payment_configuration/shop", token);
        Platform.AddPayment(number, "shop", "order-1", 21000);
        ApiAnswer tooMuch = await PostAsync($"{number.Id}/payments_refund", token, Refund(21001));
        ApiAnswer refunded = await PostAsync($"{number.Id}/payments_refund", token, Refund(1000));
        ApiAnswer read = await GetAsync($"{number.Id}/payments/shop/order-1", token);
        ApiAnswer unknown = await GetAsync($"{number.Id}/payments/shop/order-2", token);

        Assert.NotNull(created.Text("oauth_url"));
        Assert.Equal("Active", (string?)configuration.Data[0]!["status"]);
        Assert.Equal((100, "completed", 100), (tooMuch.Code, refunded.Text("status"), unknown.Code));
        JsonNode payment = read.Json["payments"]![0]!;
        Assert.Equal(("captured", 21000), ((string?)payment["status"], (int?)payment["total_amount"]!["value"]));
        Assert.Equal(refunded.Text("id"), (string?)payment["transactions"]![0]!["refunds"]![0]!["id"]);
        Assert.Equal("Active", (string?)Assert.Single(await WebhooksAsync("payment_configuration_update"))["value"]!["status"]);
    }

    private static object Refund(int value) => new
    {
        reference_id = "order-1",
        payment_config_id = "shop",
        amount = new { currency = "INR", value = value.ToString(System.Globalization.CultureInfo.InvariantCulture), offset = "100" },
    };
}
