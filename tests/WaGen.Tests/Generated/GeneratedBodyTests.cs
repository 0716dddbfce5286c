using System.Text;
using WaGen.Tests.Generated.Schemas;
using WaGen.WhatsApp;

namespace WaGen.Tests.Generated;

/// <summary>Bodies that fit the shipped schemas are handled completely, and every member of them is read.</summary>
public sealed class GeneratedBodyTests
{
    [Fact]
    public void Every_event_of_every_field_is_made_and_reaches_its_method()
    {
        var bodies = new SchemaBodies(SchemaSet.Shipped, new Random(20_260_611));
        var reception = new Reception();
        foreach (SchemaField field in SchemaSet.Shipped.Fields)
        {
            var missing = field.Events.SelectMany(static e => e.Names).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(missing.Order(StringComparer.Ordinal), WhatsAppContract.Instance.Fields.Single(f => f.Name == field.Name).Events.Select(static e => e.Name).Order(StringComparer.Ordinal));
            for (int round = 0; round < 2_000 && missing.Count > 0; round++)
            {
                reception.Receive(bodies.Wrap(field, bodies.Value(field, items: 8)));
                missing.ExceptWith(reception.Calls.Handled.Select(static c => c.Event!));
            }

            Assert.True(missing.Count == 0, $"'{field.Name}' has no {string.Join(", ", missing)}.");
        }

        Assert.Equal(SchemaSet.Shipped.Fields.Count, WhatsAppContract.Instance.Fields.Count);
    }

    [Fact]
    public void Every_item_is_handled_once_and_in_body_order()
    {
        var reception = new Reception();
        BodyProperty.Check(bodies: 300, body =>
        {
            WebhookOutcome outcome = reception.Receive(body.Bytes);

            Assert.Equal(WebhookResult.Accepted, outcome.Result);
            Assert.Empty(reception.Calls.Unhandled);
            Assert.Equal(body.Items.Select(Expectation.Of), reception.Calls.Handled);
        });
    }

    [Fact]
    public void Every_scalar_is_held_by_a_typed_member() => BodyProperty.Check(bodies: 200, static body =>
    {
        WebhookInspection read = WebhookInspection.Read(WhatsAppContract.Instance, body.Bytes);

        Assert.Null(read.Fault);
        Assert.Empty(read.Unknown);
        Assert.Empty(read.Mismatched);
        Assert.Equal(body.Items.Select(static i => (i.Path, i.Field, i.Event, i.Method)), read.Items.Select(static i => (i.Path, i.Field, i.Event, i.Handler!)));
        Assert.Equal(body.Leaves.Select(static l => (l.Path, l.Raw)), read.Typed.Select(static m => (m.Path, Encoding.UTF8.GetString(m.Value.Utf8))));
    });
}
