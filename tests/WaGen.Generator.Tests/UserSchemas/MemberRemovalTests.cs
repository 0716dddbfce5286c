using System.Runtime.Loader;
using System.Text;
using System.Text.Json.Nodes;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.UserSchemas;

/// <summary>A user's file replaces a shipped one with the same <c>$id</c>, with one member less.</summary>
public sealed class MemberRemovalTests
{
    private const string Message = "entry[0].changes[0].value.messages[0].";

    private const string Body = """
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
          "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
          "contacts":[{"profile":{"name":"Ada"},"wa_id":"15555550100"}],
          "messages":[{"from":"15555550100","id":"wamid.A","timestamp":"1790000000","type":"text","text":{"body":"Hi"},
            "context":{"from":"15550783881","id":"wamid.B","forwarded":true}}]}}]}]}
        """;

    [Theory]
    [InlineData("schemas/common/metadata.json", "Metadata", "display_phone_number", "entry[0].changes[0].value.metadata.display_phone_number")]
    [InlineData("schemas/common/context.json", "ReplyContext", "forwarded", Message + "context.forwarded")]
    [InlineData("schemas/common/contact.json", "Contact", "profile", "entry[0].changes[0].value.contacts[0].profile")]
    [InlineData("schemas/webhooks/messages.json", "Message", "timestamp", Message + "timestamp")]
    public void Exactly_the_removed_member_becomes_unknown(string schema, string type, string member, string path)
    {
        WebhookInspection shipped = Inspect(GeneratorRun.Of().WithShippedSchemas());
        WebhookInspection without = Inspect(GeneratorRun.Of().WithShippedSchemas().With("mine.json", Remove(schema, type, member)));

        Assert.Empty(shipped.Unknown);
        Assert.Equal([path], without.Unknown);
        Assert.Equal(shipped.Typed.Select(Text).Where(line => !line.StartsWith(path, StringComparison.Ordinal)), without.Typed.Select(Text));
        Assert.True(shipped.Typed.Count > without.Typed.Count);
        Assert.Equal(shipped.Items.Select(item => item.Handler), without.Items.Select(item => item.Handler));
    }

    private static string Remove(string schema, string type, string member)
    {
        JsonNode root = JsonNode.Parse(Repository.Read(schema))!;
        Assert.True(root["$defs"]![type]!["properties"]!.AsObject().Remove(member), $"{schema} has no {type}.{member}.");
        return root.ToJsonString();
    }

    private static string Text(InspectedMember member) => $"{member.Path} {member.Type} {Encoding.UTF8.GetString(member.Value.Utf8)}";

    private static WebhookInspection Inspect(GeneratorRun run)
    {
        run.Diagnostics.Expect();
        using var assembly = new MemoryStream();
        Assert.True(run.Output.Emit(assembly).Success);
        assembly.Position = 0;
        var context = new AssemblyLoadContext(nameof(MemberRemovalTests), isCollectible: true);
        context.Resolving += static (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        Type contract = context.LoadFromStream(assembly).GetType("WaGen.WhatsApp.WhatsAppContract", throwOnError: true)!;
        return WebhookInspection.Read((WebhookContract)contract.GetProperty("Instance")!.GetValue(null)!, Encoding.UTF8.GetBytes(Body));
    }
}
