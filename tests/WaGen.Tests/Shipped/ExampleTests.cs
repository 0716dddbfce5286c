using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>The examples in the schemas, sent through the code that was printed from the schemas.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Every_event_has_an_example_in_the_schema_of_its_field()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, byte[] body) in Bodies.Examples)
        {
            WebhookInspection read = WebhookInspection.Read(WhatsAppContract.Instance, body);
            Assert.True(read.Items.Count > 0, $"{name} holds no event.");
            foreach (InspectedItem item in read.Items)
            {
                Assert.True(item.Handler is not null, $"{name}: {item.Path} is not handled: {item.Reason}.");
                Assert.StartsWith(item.Field + ".json#", name, StringComparison.Ordinal);
                seen.Add($"{item.Field} {item.Event}");
            }
        }

        IEnumerable<string> events = WhatsAppContract.Instance.Fields.SelectMany(static f => f.Events.Select(e => $"{f.Name} {e.Name}"));
        Assert.Equal(events.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }
}
