using WaGen.Runtime;

namespace WaGen;

/// <summary>What a JSON text holds when it is read as a payload: for tools and tests.</summary>
public sealed class PayloadInspection
{
    private PayloadInspection(Payload payload, IReadOnlyList<PayloadFinding> findings, IReadOnlyList<InspectedMember> typed)
    {
        Payload = payload;
        Findings = findings;
        Typed = typed;
    }

    /// <summary>Gets the payload.</summary>
    public Payload Payload { get; }

    /// <summary>Gets what the schema does not describe: unknown members, and values of another kind.</summary>
    public IReadOnlyList<PayloadFinding> Findings { get; }

    /// <summary>Gets the scalars that the schema describes, in the order of the text. Their type is the one of JSON.</summary>
    public IReadOnlyList<InspectedMember> Typed { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="read">The reader of the payload, such as <see cref="ApiOperation.ReadAnswer"/> of an operation.</param>
    /// <param name="utf8Json">The JSON text; an object. It is copied.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="read"/> is null.</exception>
    /// <exception cref="FormatException">The text is not valid JSON or no object; the message says why and at which byte.</exception>
    public static PayloadInspection Read(PayloadBodyReader read, ReadOnlySpan<byte> utf8Json)
    {
        ArgumentNullException.ThrowIfNull(read);
        var findings = new List<PayloadFinding>();
        Payload payload = read(utf8Json, findings);
        var found = findings.Select(static finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        return new PayloadInspection(payload, findings, TypedOf(utf8Json, found));
    }

    private static List<InspectedMember> TypedOf(ReadOnlySpan<byte> utf8Json, HashSet<string> found)
    {
        WebhookDocument document = WebhookDocument.CreateDetached(utf8Json, anyRoot: false, out JsonFault fault) ?? throw new FormatException(fault.ToString());
        ReadOnlySpan<TapeNode> nodes = document.TapeNodes;
        var paths = new TapePaths(document);
        var typed = new List<InspectedMember>();
        for (int node = 1; node < nodes.Length; node++)
        {
            if (paths.IsMemberName(node))
            {
                continue;
            }

            string path = paths.Get(node);
            if (found.Contains(path))
            {
                // Nothing inside of it is described either.
                node = nodes[node].Next - 1;
            }
            else if (nodes[node].Kind is not (JsonKind.Object or JsonKind.Array))
            {
                typed.Add(new InspectedMember(path, Name(nodes[node].Kind), new RawJson(document, document.Version, node)));
            }
        }

        return typed;
    }

    private static string Name(JsonKind kind) => kind switch
    {
        JsonKind.String => "string",
        JsonKind.Number => "number",
        JsonKind.True or JsonKind.False => "boolean",
        _ => "null",
    };
}
