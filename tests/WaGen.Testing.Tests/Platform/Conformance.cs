using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

/// <summary>Compares answers with the schemas: the fake must not answer what the platform is not known to answer.</summary>
internal static class Conformance
{
    /// <summary>Reads an answer by the schema of its operation; nothing may be unknown, of another kind or missing.</summary>
    public static void Check(FakeRequest request, int status, string answer)
    {
        bool isPartial = request.Descriptor?.Partial is { } partial && partial.Status == status;
        if (request.Descriptor is not { AnswerContent: ApiContent.Json } operation || (status >= 300 && !isPartial))
        {
            return;
        }

        var findings = new List<PayloadFinding>();
        Payload? payload = operation.ReadAnswer(Encoding.UTF8.GetBytes(answer), findings);
        Assert.True(findings.Count == 0, $"{operation.Name}: {string.Join("; ", findings.Select(static f => $"{f.Path} is {f.Kind}"))}");
        string[] problems = payload is null ? [] : [.. payload.Validate().Select(static p => $"{p.Path}: {p.Message}")];
        Assert.True(problems.Length == 0, $"{operation.Name}: {string.Join("; ", problems)}");
    }

    /// <summary>Reads a webhook by the contract; nothing may be unknown or of another kind.</summary>
    public static void Check(JsonNode webhook)
    {
        var inspection = WebhookInspection.Read(WhatsAppContract.Instance, Encoding.UTF8.GetBytes(webhook.ToJsonString()));
        string field = (string)webhook["entry"]![0]!["changes"]![0]!["field"]!;
        Assert.True(inspection.Unknown.Count == 0, $"{field}: {string.Join("; ", inspection.Unknown)}");
        Assert.True(inspection.Mismatched.Count == 0, $"{field}: {string.Join("; ", inspection.Mismatched)}");
        Assert.All(inspection.Items, item => Assert.True(item.Reason == UnhandledReason.None, $"{field}: {item.Reason}"));
    }
}
