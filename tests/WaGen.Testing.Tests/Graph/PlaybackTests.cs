using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WaGen.Testing.Tests.Receiving;
using WaGen.Testing.Tests.Support;

namespace WaGen.Testing.Tests.Graph;

public sealed class PlaybackTests
{
    private const string Secret = "secret-of-an-app";
    private static readonly Uri Hook = new("/webhooks/whatsapp", UriKind.Relative);

    [Fact]
    public async Task A_real_endpoint_gets_sent_delivered_and_read()
    {
        await using WebApplication app = await StartEndpointAsync(loopback: true);
        await using GraphClient client = await GraphClient.StartAsync(ServerKind.Loopback);
        client.Graph.DeliverTo(new Uri(new Uri(app.Urls.First()), Hook), Secret);

        GraphResponse answer = await client.SendAsync(GraphClient.Text());
        await client.Graph.WaitForDeliveryAsync(3).WaitAsync(Waiting.Patience);

        Assert.Equal([$"Sent {GraphClient.User}", $"Delivered {GraphClient.User}", $"Read {GraphClient.User}"], Bot(app).Seen);
        Assert.All(client.Graph.Deliveries, static d => Assert.True(d.IsDelivered));
        Assert.All(client.Graph.Deliveries, d => Assert.Equal(answer.MessageId, Assert.Single(d.Statuses).Id));
        Assert.Equal("sent: 200", client.Graph.Deliveries[0].ToString());
        DateTimeOffset[] times = [.. client.Graph.Deliveries.Select(static d => d.Statuses[0].Timestamp)];
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task Options_are_enough_to_deliver()
    {
        await using WebApplication app = await StartEndpointAsync(loopback: true);
        var seen = new List<string>();
        var options = new FakeGraphOptions
        {
            AppSecret = Secret,
            WebhookUrl = new Uri(new Uri(app.Urls.First()), Hook),
            Playback = StatusPlayback.Failed(131047),
            OnAnswered = request => Add(seen, request.ToString()),
            OnDelivered = delivery => Add(seen, delivery.ToString()),
        };
        await using GraphClient client = await GraphClient.StartAsync(options: options);

        await client.SendAsync(GraphClient.Text());
        await client.Graph.WhenIdleAsync().WaitAsync(Waiting.Patience);

        Assert.Equal(["SendMessage: 200", "failed: 200"], seen);
        FakeStatus status = client.Graph.Deliveries[0].Statuses[0];
        Assert.Equal((131047, "Re-engagement message"), (status.ErrorCode, status.ErrorTitle));
    }

    [Theory]
    [InlineData(StatusOrder.InOrder, 1, false, "sent|delivered|read")]
    [InlineData(StatusOrder.Reversed, 1, false, "read|delivered|sent")]
    [InlineData(StatusOrder.InOrder, 2, false, "sent|sent|delivered|delivered|read|read")]
    [InlineData(StatusOrder.InOrder, 1, true, "sent,delivered,read")]
    [InlineData(StatusOrder.Reversed, 2, true, "read,read,delivered,delivered,sent,sent")]
    public async Task Statuses_come_in_the_way_that_was_asked_for(StatusOrder order, int copies, bool isBatched, string expected)
    {
        await using GraphClient client = await StartAsync(static _ => HttpStatusCode.OK, new StatusPlayback { Order = order, Copies = copies, IsBatched = isBatched });

        await client.SendAsync(GraphClient.Text());
        await client.Graph.WhenIdleAsync().WaitAsync(Waiting.Patience);

        Assert.Equal(expected, Shown(client.Graph.Deliveries));
    }

    [Fact]
    public async Task A_shuffled_order_is_that_of_its_seed()
    {
        string[] statuses = ["sent", "delivered", "read", "played", "failed"];
        var playback = new StatusPlayback { Statuses = statuses, Order = StatusOrder.Shuffled, Seed = 5 };
        await using GraphClient client = await StartAsync(static _ => HttpStatusCode.OK, new StatusPlayback { Statuses = [] });
        string id = (await client.SendAsync(GraphClient.Text())).MessageId!;

        string first = Shown(await client.Graph.PlayAsync(id, playback));
        string second = Shown(await client.Graph.PlayAsync(id, playback));

        Assert.Equal(first, second);
        Assert.NotEqual(string.Join('|', statuses), first);
        Assert.Equal(statuses.Order(), first.Split('|').Order());
    }

    [Fact]
    public async Task Several_messages_can_share_a_body()
    {
        await using WebApplication app = await StartEndpointAsync(loopback: false);
        await using GraphClient client = await GraphClient.StartAsync();
        using HttpClient endpoint = app.GetTestClient();
        client.Graph.DeliverTo(endpoint, Hook, Secret, new StatusPlayback { Statuses = [] });
        string first = (await client.SendAsync(GraphClient.Text())).MessageId!;
        string second = (await client.SendAsync(GraphClient.Text("4915750000000"))).MessageId!;

        IReadOnlyList<FakeDelivery> deliveries = await client.Graph.PlayAsync([first, second], new StatusPlayback { IsBatched = true });

        Assert.Equal("sent,delivered,read,sent,delivered,read", Shown(deliveries));
        Assert.Equal(6, Bot(app).Seen.Count);
        await Assert.ThrowsAsync<ArgumentException>(() => client.Graph.PlayAsync("wamid.unknown"));
    }

    [Fact]
    public async Task What_is_not_answered_with_200_comes_again()
    {
        var time = new ManualTime();
        int posts = 0;
        await using GraphClient client = await StartAsync(
            _ => Interlocked.Increment(ref posts) switch { 1 => HttpStatusCode.ServiceUnavailable, 2 => throw new HttpRequestException("gone"), 3 => HttpStatusCode.Accepted, _ => HttpStatusCode.OK },
            new StatusPlayback { Statuses = ["sent"], RetryDelay = TimeSpan.FromSeconds(2) },
            new FakeGraphOptions { TimeProvider = time });

        await client.SendAsync(GraphClient.Text());
        Assert.Equal(TimeSpan.FromSeconds(2), await time.WhenArmedAsync());
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(4), await time.WhenArmedAsync());
        time.Advance(TimeSpan.FromSeconds(4));

        FakeDelivery delivery = await client.Graph.WaitForDeliveryAsync().WaitAsync(Waiting.Patience);
        Assert.Equal([503, 0, 202, 200], delivery.Attempts);
        Assert.True(delivery.IsDelivered);
    }

    [Fact]
    public async Task What_is_refused_too_often_is_given_up()
    {
        await using GraphClient client = await StartAsync(static _ => HttpStatusCode.Unauthorized, new StatusPlayback { Statuses = ["sent"], Attempts = 2 });

        await client.SendAsync(GraphClient.Text());

        FakeDelivery delivery = await client.Graph.WaitForDeliveryAsync().WaitAsync(Waiting.Patience);
        Assert.Equal([401, 401], delivery.Attempts);
        Assert.False(delivery.IsDelivered);
    }

    [Fact]
    public async Task Statuses_wait_as_long_as_they_shall()
    {
        var time = new ManualTime();
        await using GraphClient client = await StartAsync(static _ => HttpStatusCode.OK, new StatusPlayback { Statuses = ["sent", "read"], Delay = TimeSpan.FromSeconds(5) }, new FakeGraphOptions { TimeProvider = time });

        await client.SendAsync(GraphClient.Text());
        for (int i = 1; i <= 2; i++)
        {
            Assert.Equal(TimeSpan.FromSeconds(5), await time.WhenArmedAsync());
            Assert.Equal(i - 1, client.Graph.Deliveries.Count);
            time.Advance(TimeSpan.FromSeconds(5));
            await client.Graph.WaitForDeliveryAsync(i).WaitAsync(Waiting.Patience);
        }
    }

    [Fact]
    public async Task A_reaction_is_only_sent_and_a_receipt_has_no_status()
    {
        await using GraphClient client = await StartAsync(static _ => HttpStatusCode.OK, StatusPlayback.Default);

        await client.SendAsync("""{"messaging_product":"whatsapp","to":"16505550101","type":"reaction","reaction":{"message_id":"wamid.1","emoji":"x"}}""");
        await client.SendAsync("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1"}""");
        await client.Graph.WhenIdleAsync().WaitAsync(Waiting.Patience);

        Assert.Equal("sent", Shown(client.Graph.Deliveries));
    }

    [Fact]
    public async Task Statuses_say_whom_and_what_they_are_about()
    {
        await using GraphClient client = await StartAsync(static _ => HttpStatusCode.OK, new StatusPlayback { Statuses = ["sent"] }, new FakeGraphOptions { AccountId = "9", DisplayPhoneNumber = "8" });

        await client.SendAsync("""{"messaging_product":"whatsapp","recipient":"US.1","type":"text","text":{"body":"Hi"},"biz_opaque_callback_data":"order-1"}""");
        await client.SendAsync("""{"messaging_product":"whatsapp","recipient_type":"group","to":"group","type":"text","text":{"body":"Hi"}}""");
        await client.Graph.WhenIdleAsync().WaitAsync(Waiting.Patience);

        FakeStatus user = client.Graph.Deliveries.Select(static d => d.Statuses[0]).Single(static s => !s.IsGroup);
        FakeStatus group = client.Graph.Deliveries.Select(static d => d.Statuses[0]).Single(static s => s.IsGroup);
        Assert.Equal(("9", "8", GraphClient.NumberId), (user.AccountId, user.DisplayPhoneNumber, user.PhoneNumberId));
        Assert.Equal((null, "US.1", "order-1"), (user.RecipientId, user.UserId, user.CallbackData));
        Assert.Equal("group", group.RecipientId);
    }

    [Fact]
    public async Task A_message_from_a_user_reaches_the_bot()
    {
        await using WebApplication app = await StartEndpointAsync(loopback: false);
        await using GraphClient client = await GraphClient.StartAsync();
        using HttpClient endpoint = app.GetTestClient();
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Graph.DeliverAsync(WebhookBodies.Text(GraphClient.User, "menu")));
        client.Graph.DeliverTo(endpoint, Hook, Secret);

        FakeDelivery delivery = await client.Graph.DeliverAsync(WebhookBodies.Text(GraphClient.User, "menu"));

        Assert.True(delivery.IsDelivered);
        Assert.Equal(["menu"], Bot(app).Seen);
        Assert.Equal("webhook: 200", delivery.ToString());
    }

    private static RecordingBot Bot(WebApplication app) => app.Services.GetRequiredService<RecordingBot>();

    private static string Shown(IEnumerable<FakeDelivery> deliveries) => string.Join('|', deliveries.Select(static d => string.Join(',', d.Statuses.Select(static s => s.Status))));

    private static void Add(List<string> lines, string line)
    {
        lock (lines)
        {
            lines.Add(line);
        }
    }

    private static async Task<GraphClient> StartAsync(Func<HttpRequestMessage, HttpStatusCode> endpoint, StatusPlayback playback, FakeGraphOptions? options = null)
    {
        GraphClient client = await GraphClient.StartAsync(options: options);
        client.Graph.DeliverTo(new HttpClient(new Endpoint(endpoint)), new Uri("http://localhost/hook"), Secret, playback);
        return client;
    }

    private static async Task<WebApplication> StartEndpointAsync(bool loopback)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        if (loopback)
        {
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Services.AddSingleton<RecordingBot>();
        builder.Services
            .AddWhatsAppWebhooks(static options =>
            {
                options.AppSecret = Secret;
                options.VerifyToken = "token-of-a-test";
            })
            .AddHandler<RecordingBot>();
        WebApplication app = builder.Build();
        app.MapWhatsAppWebhooks("/webhooks/whatsapp");
        await app.StartAsync();
        return app;
    }

    private sealed class Endpoint(Func<HttpRequestMessage, HttpStatusCode> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(answer(request)));
    }
}
