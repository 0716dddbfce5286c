using System.Text.Json;
using System.Text.RegularExpressions;
using WaGen.Cli.Schemas;
using WaGen.Cli.Trigger;

namespace WaGen.Cli.Tests;

public sealed partial class TriggerTests
{
    private static readonly TimeProvider Clock = new FixedClock(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));

    public static TheoryData<string, int> AllExamples
    {
        get
        {
            var data = new TheoryData<string, int>();
            var catalog = SchemaCatalog.Load();
            foreach (string name in WhatsAppContract.Instance.Fields.Select(each => each.Name))
            {
                for (int i = 0; i < catalog.Find(name)!.Examples.Count; i++)
                {
                    data.Add(name, i);
                }
            }

            return data;
        }
    }

    [Fact]
    public async Task All_examples_are_accepted_by_an_endpoint_and_each_event_is_known_to_it()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        ToolResult result = await TriggerAsync(app, "--all");

        Assert.Equal(0, result.Code);
        int examples = AllExamples.Count;
        Assert.Equal(examples, app.Bodies.Count);
        Assert.Contains($"{examples} of {examples} posted, {examples} answered with success.", result.Out, StringComparison.Ordinal);
        Assert.Equal(examples, Status200().Count(result.Out));
        Assert.NotEmpty(app.Messages);
        Assert.All(app.Unhandled, reason => Assert.Equal(UnhandledReason.NotHandled, reason));
    }

    [Theory]
    [MemberData(nameof(AllExamples))]
    public void A_minted_body_holds_the_same_events_with_other_ids_and_the_present_time(string field, int index)
    {
        var catalog = SchemaCatalog.Load();
        Example example = Example.Of(WhatsAppContract.Instance, catalog.Find(field)!)[index];

        TriggeredBody body = new BodyMaker(WhatsAppContract.Instance, catalog.EntriesMember, Clock).Make(example, copies: 1);

        var minted = WebhookInspection.Read(WhatsAppContract.Instance, body.Bytes);
        Assert.Equal(
            example.Inspection.Items.Select(item => (item.Path, item.Field, item.Event, item.Reason)),
            minted.Items.Select(item => (item.Path, item.Field, item.Event, item.Reason)));
        Assert.Equal(example.Inspection.Typed.Select(member => (member.Path, member.Type, member.Value.Kind)), minted.Typed.Select(member => (member.Path, member.Type, member.Value.Kind)));
        Assert.Equal(example.Inspection.Mismatched, minted.Mismatched);
        Assert.All(
            minted.Typed.Where(member => member.Type == "unix-time" && member.Value.TryGetUnixTime(out DateTimeOffset time) && time > DateTimeOffset.UnixEpoch),
            member =>
            {
                Assert.True(member.Value.TryGetUnixTime(out DateTimeOffset time));
                Assert.Equal(Clock.GetUtcNow(), time);
            });
        Assert.Equal(
            body.KeepsIdentity,
            example.Inspection.Items.Zip(minted.Items).Any(pair => pair.First.Identity is { } identity && identity == pair.Second.Identity));
    }

    [Fact]
    public async Task An_event_posts_one_body_signed_over_its_bytes_with_new_ids_each_time()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        Assert.Equal(0, (await TriggerAsync(app, "messages/Text")).Code);
        Assert.Equal(0, (await TriggerAsync(app, "text")).Code);

        Assert.Equal(2, app.Bodies.Count);
        Assert.Equal(2, app.Messages.Distinct(StringComparer.Ordinal).Count());
        Assert.All(app.Messages, id => Assert.StartsWith("wamid.", id, StringComparison.Ordinal));
        JsonElement value = JsonDocument.Parse(app.Bodies[0]).RootElement.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value");
        Assert.Equal("1927857906", value.GetProperty("messages")[0].GetProperty("timestamp").GetString());
        Assert.Equal(value.GetProperty("contacts")[0].GetProperty("wa_id").GetString(), value.GetProperty("messages")[0].GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_field_posts_all_its_examples()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        ToolResult result = await TriggerAsync(app, "partner_solutions");

        Assert.Equal(0, result.Code);
        Assert.Equal(2, app.Bodies.Count);
        Assert.Contains("partner_solutions/SolutionCreated", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"\d+\.\d ms", result.Out);
    }

    [Fact]
    public async Task Duplicate_posts_the_same_bytes_again()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        ToolResult result = await TriggerAsync(app, "Text", "--duplicate");

        Assert.Equal(0, result.Code);
        Assert.Equal(2, app.Bodies.Count);
        Assert.Equal(app.Bodies[0], app.Bodies[1]);
        Assert.Equal(1, Again().Count(result.Out));
    }

    [Fact]
    public async Task Batch_puts_copies_with_ids_of_their_own_into_one_body()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        ToolResult result = await TriggerAsync(app, "Text", "--batch", "25");

        Assert.Equal(0, result.Code);
        Assert.Equal(25, JsonDocument.Parse(Assert.Single(app.Bodies)).RootElement.GetProperty("entry").GetArrayLength());
        Assert.Equal(25, app.Messages.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("messages/Text x 25", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shuffle_posts_everything_in_an_order_that_the_seed_repeats()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        string first = (await TriggerAsync(app, "--all", "--shuffle", "--seed", "7")).Out;
        string second = (await TriggerAsync(app, "--all", "--shuffle", "--seed", "7")).Out;
        string other = (await TriggerAsync(app, "--all", "--shuffle")).Out;

        Assert.Contains("Shuffled with seed 7.", first, StringComparison.Ordinal);
        Assert.Equal(Order(first), Order(second));
        Assert.Equal(Order(first).Order(StringComparer.Ordinal), Order(other).Order(StringComparer.Ordinal));
        Assert.NotEqual(Order((await TriggerAsync(app, "--all")).Out), Order(first));
    }

    [Fact]
    public async Task An_answer_without_success_gives_exit_code_1_and_a_hint()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();

        ToolResult wrongSecret = await Tool.RunAsync("trigger", "Text", "--url", app.Url, "--secret", "another");
        ToolResult wrongPath = await Tool.RunAsync("trigger", "Text", "--url", app.Url + "/nowhere", "--secret", ReceivingApp.Secret);
        ToolResult broken = await Tool.RunAsync("trigger", "Text", "--url", app.BrokenUrl, "--secret", ReceivingApp.Secret);

        Assert.Equal((1, 1, 1), (wrongSecret.Code, wrongPath.Code, broken.Code));
        Assert.Contains("401: the signature was refused", wrongSecret.Error, StringComparison.Ordinal);
        Assert.Contains("404: nothing listens at this path", wrongPath.Error, StringComparison.Ordinal);
        Assert.Contains("500: a handler or the server failed", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_does_not_run_gives_one_sentence()
    {
        string url;
        await using (ReceivingApp app = await ReceivingApp.StartAsync())
        {
            url = app.Url;
        }

        ToolResult result = await Tool.RunAsync("trigger", "--all", "--url", url, "--secret", "x");

        Assert.Equal(1, result.Code);
        Assert.Contains("start your application", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => !line.Contains("repetition", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tea", "There is no field or event 'Tea'")]
    [InlineData("messages/Tea", "There is no field or event 'messages/Tea'")]
    [InlineData("Solution", "partner_solutions/SolutionCreated")]
    public async Task A_name_that_means_nothing_is_refused(string name, string part) =>
        (await Tool.RunAsync("trigger", name, "--url", "http://127.0.0.1:1/", "--secret", "x")).MustRefuse(part);

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("/hook")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task An_address_that_is_none_is_refused(string url) =>
        (await Tool.RunAsync("trigger", "Text", "--url", url, "--secret", "x")).MustRefuse("is no address");

    [Fact]
    public async Task The_secret_can_come_from_the_environment_and_must_come_from_somewhere()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["WAGEN_APP_SECRET"] = ReceivingApp.Secret };

        ToolResult result = await Tool.RunAsync(["trigger", "Text", "--url", app.Url], variables: variables);

        Assert.Equal(0, result.Code);
        (await Tool.RunAsync("trigger", "Text", "--url", app.Url)).MustRefuse("WAGEN_APP_SECRET");
    }

    [Theory]
    [InlineData("wamid.HBgLMTIwMjU1NTAxNDMVAgASGBA3QzFEMjBBOTRFNUIzNkY4AA==", @"^wamid\.[A-Za-z0-9+/]{50}==$")]
    [InlineData("2264017880131905", @"^[1-9]\d{15}$")]
    [InlineData("7", @"^[1-9]$")]
    [InlineData("US.13491208655302741918", @"^US\.[1-9]\d{19}$")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    public void A_new_id_has_the_shape_of_the_old_one(string id, string shape)
    {
        string minted = NewId.Like(id);

        Assert.Matches(shape, minted);
        Assert.NotEqual(id, minted);
        Assert.Equal(id.Length, minted.Length);
    }

    [Theory]
    [InlineData("wamid.TEST", true)]
    [InlineData("2264017880131905", true)]
    [InlineData("gBGGEgIFVVAUOFAhexample", true)]
    [InlineData("wamid.", false)]
    [InlineData("APPROVED", false)]
    [InlineData("PENDING_DEACTIVATION", false)]
    [InlineData("onboarding", false)]
    public void A_word_is_no_id(string text, bool isId) => Assert.Equal(isId, NewId.CanReplace(text));

    [Fact]
    public void Every_example_can_be_made_new()
    {
        var catalog = SchemaCatalog.Load();
        var maker = new BodyMaker(WhatsAppContract.Instance, catalog.EntriesMember, Clock);

        IEnumerable<TriggeredBody> kept = WhatsAppContract.Instance.Fields
            .SelectMany(each => Example.Of(WhatsAppContract.Instance, catalog.Find(each.Name)!))
            .Select(example => maker.Make(example, copies: 1))
            .Where(body => body.KeepsIdentity);

        Assert.Empty(kept.Select(body => body.Label));
    }

    private static Task<ToolResult> TriggerAsync(ReceivingApp app, params string[] arguments) =>
        Tool.RunAsync(["trigger", "--url", app.Url, "--secret", ReceivingApp.Secret, .. arguments], clock: Clock);

    private static string[] Order(string output) => [.. Label().Matches(output).Select(match => match.Value)];

    [GeneratedRegex(@" 200 ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status200();

    [GeneratedRegex(@"\(again\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Again();

    [GeneratedRegex(@"(?m)^ +[a-z_]+/.*?(?= {2,}\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
