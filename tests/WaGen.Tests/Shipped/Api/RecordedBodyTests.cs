using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped.Api;

/// <summary>Bodies of real structure, some of them with the mistakes of the pages they come from, are read and written without any loss.</summary>
public sealed class RecordedBodyTests
{
    private const string TypePrefix = "type:";

    private static readonly string Folder = FolderOf();

    /// <summary>File, operation (or <c>type:Name</c> for what is only a part of a body), and the places where the page that the body comes from has a placeholder instead of a value.</summary>
    public static TheoryData<string, string, string> Bodies
    {
        get
        {
            var bodies = new TheoryData<string, string, string>();
            foreach (string[] row in File.ReadLines(Path.Combine(Folder, "operations.tsv")).Select(static line => line.Split('\t')))
            {
                bodies.Add(row[0], row[1], row.Length > 2 ? row[2] : string.Empty);
            }

            return bodies;
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_is_known_and_survives_reading_and_writing(string file, string operation, string placeholders)
    {
        byte[] body = File.ReadAllBytes(Path.Combine(Folder, file));
        var findings = new List<PayloadFinding>();

        Payload payload = operation.StartsWith(TypePrefix, StringComparison.Ordinal)
            ? PrintedPayloads.Read(operation[TypePrefix.Length..], JsonNode.Parse(body)!, findings)
            : Read(file, WhatsAppApi.Operations.Single(each => each.Name == operation), body, findings);

        Assert.DoesNotContain(findings, static finding => !finding.IsMismatch);
        Assert.Equal(placeholders.Split(' ', StringSplitOptions.RemoveEmptyEntries), findings.Select(static finding => finding.Path));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(payload.ToUtf8Json())));
    }

    private static Payload Read(string file, ApiOperation operation, byte[] body, List<PayloadFinding> findings) => file switch
    {
        _ when file.StartsWith("error-", StringComparison.Ordinal) || file.Contains(".http-", StringComparison.Ordinal) => operation.Api.ReadError!(body, findings),
        _ when file.EndsWith(".response.json", StringComparison.Ordinal) => operation.ReadAnswer(body, findings)!,
        _ => operation.ReadBody(body, findings)!,
    };

    private static string FolderOf([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../api-payloads"));
}
