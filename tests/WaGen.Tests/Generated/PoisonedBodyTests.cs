using WaGen.Tests.Generated.Schemas;

namespace WaGen.Tests.Generated;

/// <summary>Items that cannot be used reach the unhandled hook with their reason, and sink no other item.</summary>
public sealed class PoisonedBodyTests
{
    [Fact]
    public void Spoilt_items_reach_the_hook_and_all_others_their_methods()
    {
        var reception = new Reception();
        var reasons = new HashSet<UnhandledReason>();
        BodyProperty.Check(bodies: 100, body =>
        {
            (byte[] spoiltBody, List<ExpectedItem> items, int spoilt) = Poison.Spread(body, new Random(body.Seed));

            Assert.Equal(WebhookResult.Accepted, reception.Receive(spoiltBody).Result);

            Assert.Equal(items.Where(static i => i.Reason == UnhandledReason.None).Select(Expectation.Of), reception.Calls.Handled);
            IEnumerable<(string, UnhandledReason)> hook = reception.Calls.Unhandled.Select(static c => (c.Path, c.Reason));
            Assert.Equal(items.Where(static i => i.Reason != UnhandledReason.None).Select(static i => (i.Path, i.Reason)), hook);
            Assert.Equal(spoilt, reception.Calls.Unhandled.Count);
            reasons.UnionWith(reception.Calls.Unhandled.Select(static c => c.Reason));
        });

        // A rerun of one body need not have met all of them.
        if (!BodyProperty.IsRerun)
        {
            Assert.Superset(
                new HashSet<UnhandledReason>
                {
                    UnhandledReason.MalformedEnvelope,
                    UnhandledReason.MalformedItem,
                    UnhandledReason.MalformedDiscriminator,
                    UnhandledReason.MalformedContent,
                    UnhandledReason.UnknownEvent,
                },
                reasons);
        }
    }
}
