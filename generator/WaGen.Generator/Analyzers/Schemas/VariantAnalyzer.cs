using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds variants whose values no enumeration lists (WAGEN119), and variants that do not name their content (WAGEN120).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VariantAnalyzer : SchemaAnalyzer
{
    /// <summary>The file of the enumeration or the variant.</summary>
    internal const string FileProperty = "File";

    /// <summary>Where in that file the list of values begins, or the variant.</summary>
    internal const string PositionProperty = "Position";

    /// <summary>The value that is missing, or the member that is the content.</summary>
    internal const string TextProperty = "Text";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SchemaContentRules.VariantValueNotInEnum, SchemaContentRules.VariantWithoutContent];

    private protected override void Analyze(SchemaDocument document, SchemaLibrary library, Action<Diagnostic> report)
    {
        foreach (UnionView union in UnionView.In(document, library))
        {
            bool someHaveContent = !document.File.Model!.IsPayload && union.Variants.Any(static v => v.Content is not null);
            foreach (VariantView variant in union.Variants)
            {
                for (int i = 0; i < union.Discriminators.Count; i++)
                {
                    CheckValues(union, variant, i, library, report);
                }

                if (someHaveContent && variant.Content is null && ContentOf(union, variant, library) is { } content)
                {
                    report(Diagnostic.Create(
                        SchemaContentRules.VariantWithoutContent,
                        document.Locate(variant.NameSpan),
                        Properties(document, variant.Schema.Node.Json, content, library),
                        variant.Name,
                        content));
                }
            }
        }
    }

    private static void CheckValues(UnionView union, VariantView variant, int discriminator, SchemaLibrary library, Action<Diagnostic> report)
    {
        IReadOnlyList<JsonNode> values = variant.Conditions[discriminator];
        if (values.Count == 0)
        {
            return;
        }

        string[] path = union.Discriminators[discriminator];
        foreach (LocatedSchema declared in DeclaredAt(union.Schema, path, library).Concat(DeclaredAt(variant.Schema, path, library)).Distinct())
        {
            // What the variant itself demands is listed there; a const elsewhere is no list that could lack something.
            if (declared.Node.IsConst || declared.Node.Json["enum"] is not { } list || ReferenceEquals(declared.Node.Values, values))
            {
                continue;
            }

            var known = new HashSet<string>(declared.Values, StringComparer.Ordinal);
            foreach (JsonNode value in values.Where(v => !known.Contains(v.Text)))
            {
                report(Diagnostic.Create(
                    SchemaContentRules.VariantValueNotInEnum,
                    variant.Schema.Document.Locate(value.Span),
                    Properties(declared.Document, list, value.Text, library),
                    variant.Name,
                    value.Text,
                    string.Join(".", path)));
            }
        }
    }

    /// <summary>All schemas that describe the member at a path, with what references lead to.</summary>
    private static IEnumerable<LocatedSchema> DeclaredAt(LocatedSchema schema, string[] path, SchemaLibrary library)
    {
        IEnumerable<LocatedSchema> current = [schema];
        foreach (string name in path)
        {
            current = [.. current.SelectMany(s => library.MembersOf(s)).Where(m => string.Equals(m.Name, name, StringComparison.Ordinal)).Select(static m => m.Schema)];
        }

        return current.SelectMany(library.PartsOf);
    }

    /// <summary>The one member of a variant that must be its content: an object or an array that the union does not have. Null when it is not sure.</summary>
    private static string? ContentOf(UnionView union, VariantView variant, SchemaLibrary library)
    {
        var shared = new HashSet<string>(library.MembersOf(union.Schema).Select(static m => m.Name).Concat(union.Discriminators.Select(static d => d[0])), StringComparer.Ordinal);
        List<string> containers =
        [
            .. library.MembersOf(variant.Schema)
                .Where(m => !shared.Contains(m.Name) && IsContainer(m.Schema, library))
                .Select(static m => m.Name)
                .Distinct(StringComparer.Ordinal),
        ];
        return containers.Count == 1 ? containers[0] : containers.Find(c => variant.Conditions.Any(v => v.Any(t => string.Equals(t.Text, c, StringComparison.Ordinal))));
    }

    private static bool IsContainer(LocatedSchema member, SchemaLibrary library) =>
        library.Follow(member) is { } schema && (schema.Node.KnownTypes & (SchemaTypes.Object | SchemaTypes.Array)) is not SchemaTypes.None;

    /// <summary>What a fix needs to know; nothing where the place is in a file of the package.</summary>
    private static ImmutableDictionary<string, string?> Properties(SchemaDocument document, JsonNode place, string text, SchemaLibrary library) => !library.IsUser(document) ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty
        .Add(FileProperty, document.Path)
        .Add(PositionProperty, place.Span.Start.ToString(CultureInfo.InvariantCulture))
        .Add(TextProperty, text);
}
