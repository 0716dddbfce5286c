using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Compares examples with their schemas (WAGEN121), and finds events that no example shows (WAGEN122).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExampleAnalyzer : SchemaAnalyzer
{
    /// <summary>The numbers of the events that lack an example, separated by commas.</summary>
    internal const string EventsProperty = "Events";

    /// <summary>The event that lacks an example.</summary>
    internal const string NameProperty = "Name";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SchemaContentRules.InvalidExample, SchemaContentRules.EventWithoutExample];

    private protected override void Analyze(SchemaDocument document, SchemaLibrary library, Action<Diagnostic> report)
    {
        if (document.File.Model!.IsPayload)
        {
            // Examples of payloads are values of unions in unions, which the checks of events know nothing of.
            return;
        }

        FieldView? field = FieldView.Of(document, library);
        var check = new ExampleCheck(library);
        if (field is not null)
        {
            foreach (JsonNode body in BodiesOf(document))
            {
                CheckBody(body, field, library, check);
            }
        }
        else if (document.File.Model!.Kind is SchemaKind.Envelope)
        {
            CheckInside(document.Schema, check);
        }

        foreach (SchemaNode inner in document.Root!.Inner)
        {
            CheckNested(document.Schema.With(inner), check);
        }

        foreach (ExampleProblem problem in check.Problems)
        {
            report(Diagnostic.Create(SchemaContentRules.InvalidExample, document.Locate(problem.Span), problem.Path, problem.Text));
        }

        if (field is not null)
        {
            ReportMissing(field, library, report);
        }
    }

    /// <summary>The whole bodies that a field shows.</summary>
    internal static IReadOnlyList<JsonNode> BodiesOf(SchemaDocument document) => document.Json!["examples"]?.Items ?? [];

    /// <summary>Compares a whole body with the envelope, and the values in it that belong to the field with the field.</summary>
    internal static void CheckBody(JsonNode body, FieldView field, SchemaLibrary library, ExampleCheck check)
    {
        check.Check(body, field.Envelope.Schema, "$");
        if (field.Envelope.Root!.Extension!["product"] is { } product
            && product["member"] is { } member
            && body[member.Text] is { } sent
            && !string.Equals(sent.Text, product["value"]?.Text, StringComparison.Ordinal))
        {
            check.Add(sent.Span, $"$.{member.Text}", $"bodies of this provider have '{product["value"]?.Text}' there");
        }

        List<(JsonNode Change, string Path)> changes = [.. field.ChangesOf(body, library)];
        foreach ((JsonNode change, string path) in changes.Where(c => field.IsOwn(c.Change)))
        {
            if (change[field.ValueMember] is { } value)
            {
                CheckValue(value, field, $"{path}.{field.ValueMember}", check);
            }
            else
            {
                check.Add(change.Span, path, $"the member '{field.ValueMember}' is missing, so nothing happens here");
            }
        }

        if (!changes.Exists(c => field.IsOwn(c.Change)) && changes.Count > 0)
        {
            (JsonNode change, string path) = changes[0];
            JsonNode? name = change[field.FieldMember];
            check.Add((name ?? change).Span, name is null ? path : $"{path}.{field.FieldMember}", $"the field of this file is '{field.Names[0]}', and no change of the body has it");
        }
    }

    /// <summary>Where the value itself is no object, no event of it would ever be found.</summary>
    private static void CheckValue(JsonNode value, FieldView field, string path, ExampleCheck check)
    {
        if (value.Kind is JsonNodeKind.Object)
        {
            check.Check(value, field.Document.Schema, path);
        }
        else
        {
            check.Add(value.Span, path, $"{ScalarCheck.KindOf(value)} stands where the schema has object");
        }
    }

    private static void CheckNested(LocatedSchema schema, ExampleCheck check)
    {
        CheckInside(schema, check);
        foreach (SchemaNode next in schema.Node.Inner)
        {
            CheckNested(schema.With(next), check);
        }
    }

    /// <summary>Inside a file, examples and a default are values of the schema that they stand in.</summary>
    private static void CheckInside(LocatedSchema schema, ExampleCheck check)
    {
        foreach (JsonNode example in schema.Node.Json["examples"]?.Items ?? [])
        {
            check.Check(example, schema, "$");
        }

        if (schema.Node.Json["default"] is { } value)
        {
            check.Check(value, schema, "$");
        }
    }

    private static void ReportMissing(FieldView field, SchemaLibrary library, Action<Diagnostic> report)
    {
        List<int> missing = MissingEvents(field, library);
        if (missing.Count == 0)
        {
            return;
        }

        if (BodiesOf(field.Document).Count == 0)
        {
            JsonMember events = SchemaDocument.MemberOf(field.Document.Root!.Extension, "events")!.Value;
            report(Create(field, events.NameSpan, string.Join("', '", missing.Select(m => field.Events[m].Name)), missing));
            return;
        }

        foreach (int index in missing)
        {
            report(Create(field, field.Events[index].Span, field.Events[index].Name, [index]));
        }
    }

    /// <summary>The numbers of the events that no example shows.</summary>
    private static List<int> MissingEvents(FieldView field, SchemaLibrary library)
    {
        List<JsonNode> values = [.. BodiesOf(field.Document)
            .SelectMany(b => field.ChangesOf(b, library))
            .Where(c => field.IsOwn(c.Change))
            .Select(c => c.Change[field.ValueMember])
            .OfType<JsonNode>()];
        return [.. Enumerable.Range(0, field.Events.Count).Where(i => !values.Exists(v => field.Events[i].IsIn(v, field.Document.Schema, library)))];
    }

    private static Diagnostic Create(FieldView field, TextSpan span, string name, List<int> events) => Diagnostic.Create(
        SchemaContentRules.EventWithoutExample,
        field.Document.Locate(span),
        ImmutableDictionary<string, string?>.Empty
            .Add(EventsProperty, string.Join(",", events.Select(static e => e.ToString(CultureInfo.InvariantCulture))))
            .Add(NameProperty, name),
        name);
}
