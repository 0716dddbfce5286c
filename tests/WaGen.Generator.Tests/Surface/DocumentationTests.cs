using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;
using WaGen.Generator.Selection;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Surface;

/// <summary>What the IDE shows for printed code.</summary>
public sealed partial class DocumentationTests
{
    private static readonly CSharpParseOptions Documented = TestCompiler.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose);

    private static readonly GeneratorRun Run = GeneratorRun
        .Over(CSharpCompilation.Create("Test", references: TestCompiler.References, options: TestCompiler.Options.WithWarningLevel(9999)), Documented, tracksSteps: true)
        .With(GeneratorRun.WebhookSchemas(), isShipped: true);

    [Fact]
    public void Printed_documentation_gives_no_warning() => Run.Diagnostics.Expect();

    [Fact]
    public void Every_public_type_and_member_says_what_it_is()
    {
        var silent = new List<string>();
        int count = 0;
        foreach (INamedTypeSymbol type in Run.Result.GeneratedSources.SelectMany(static s => PrintedSurface.Types(Run.Output, s.SyntaxTree)))
        {
            foreach (ISymbol symbol in PrintedSurface.Members(type).Prepend(type))
            {
                count++;
                if (!IsInherited(symbol) && string.IsNullOrWhiteSpace(Documentation(symbol)?.Element("summary")?.Value))
                {
                    silent.Add(symbol.ToDisplayString());
                }
            }
        }

        Assert.True(count > 500, $"only {count} members were looked at");
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_type_and_member_of_a_schema_says_on_which_page_it_was_seen_and_when()
    {
        int count = 0;
        foreach ((SchemaModel schema, ISymbol symbol, Provenance provenance) in Schemas().SelectMany(static s => BornOf(s).Select(b => (s, b.Symbol, b.Provenance))))
        {
            count++;
            if (provenance.Source is null)
            {
                // What no page says is only printed for a field that says so.
                Assert.Matches("Not documented|gone from the current documentation", schema.Field?.Description);
                continue;
            }

            Match said = SourceAndDate().Match(Remarks(symbol));
            if (!said.Success)
            {
                // A member that says nothing was seen on the page of the type that documents it.
                said = SourceAndDate().Match(Remarks(DocumentedBy(symbol).ContainingType ?? throw new InvalidOperationException($"{symbol} has no source")));
            }

            Assert.Equal((symbol.ToDisplayString(), provenance.Source, provenance.Seen), (symbol.ToDisplayString(), said.Groups["page"].Value, said.Groups["seen"].Value));
        }

        Assert.True(count > 300, $"only {count} members were looked at");
    }

    [Fact]
    public void A_member_whose_name_does_not_tell_its_name_on_the_wire_says_it()
    {
        IEnumerable<string> missing =
            from schema in Schemas()
            from model in schema.Objects
            where !model.IsInternal
            from member in model.Members
            where member.Type.Shape is not MemberShape.Walked
            where !member.Aliases.IsEmpty || !string.Equals(ClrNames.Pascal(member.WireName), member.ClrName, StringComparison.Ordinal)
            let remarks = Documentation(Member(schema, model.Name, member.ClrName))?.Element("remarks")
            where remarks is null || !remarks.Elements("c").Any(c => string.Equals(c.Value, member.WireName, StringComparison.Ordinal))
            select $"{model.Name}.{member.ClrName}";

        Assert.Empty(missing);
    }

    private static IEnumerable<SchemaModel> Schemas() =>
        Run.Result.TrackedSteps[Steps.Linked].SelectMany(static s => s.Outputs).Select(static o => ((Printable)o.Value).Schema?.Schema).OfType<SchemaModel>();

    /// <summary>What the schema describes by itself, and where from; companions such as <c>XUtf8</c> and members that all views have are not among it.</summary>
    private static IEnumerable<(ISymbol Symbol, Provenance Provenance)> BornOf(SchemaModel schema)
    {
        IEnumerable<ObjectModel> views = schema.Objects.Where(static o => !o.IsInternal);
        foreach ((string type, Provenance provenance) in views.Select(static o => (o.Name, o.Provenance)).Concat(schema.Enums.Select(static e => (e.Name, e.Provenance))))
        {
            yield return (TypeOf(schema, type), provenance);
        }

        IEnumerable<(string Type, MemberModel Member)> members = views.SelectMany(static o => o.Members.Select(m => (o.Name, m)));
        if (schema.Field is { } field)
        {
            yield return (TypeOf(schema, $"I{field.ClrName}Handler"), field.Provenance);
            yield return (TypeOf(schema, $"{field.ClrName}Context"), field.Provenance);
            members = members.Concat(field.Context.Select(c => ($"{field.ClrName}Context", c.Member)));
        }

        foreach ((string type, MemberModel member) in members.Where(static m => m.Member.Type.Shape is not MemberShape.Walked))
        {
            yield return (Member(schema, type, member.ClrName), member.Provenance);
        }
    }

    private static INamedTypeSymbol TypeOf(SchemaModel schema, string name) =>
        Run.Output.GetTypeByMetadataName($"{schema.Namespace}.{name}") ?? throw new InvalidOperationException($"{name} is not printed.");

    private static ISymbol Member(SchemaModel schema, string type, string name) => TypeOf(schema, type).GetMembers(name).Single();

    /// <summary>Whether the documentation is that of a member of the runtime, which is built with all of it.</summary>
    private static bool IsInherited(ISymbol symbol)
    {
        ISymbol documented = DocumentedBy(symbol);
        return Parse(documented) is not { } own
            ? documented.ContainingAssembly.Name is "WaGen"
            : own.Element("inheritdoc") is { } inherit && inherit.Attribute("cref") is null && (symbol.IsOverride || IsOfInterface(symbol));
    }

    private static bool IsOfInterface(ISymbol symbol) => symbol.ContainingType.AllInterfaces
        .SelectMany(static i => i.GetMembers())
        .Any(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol));

    /// <summary>The documentation, with <c>inheritdoc</c> followed: as a whole, or for the elements that its path names.</summary>
    private static XElement? Documentation(ISymbol symbol)
    {
        XElement? own = Parse(DocumentedBy(symbol));
        if (own?.Element("inheritdoc") is not { } inherit || inherit.Attribute("path")?.Value is not { } path)
        {
            return own;
        }

        XElement? inherited = Documentation(TargetOf(symbol, inherit))?.Element(path.TrimStart('/'));
        inherit.ReplaceWith(inherited ?? throw new InvalidOperationException($"{symbol} inherits {path}, which does not exist."));
        return own;
    }

    /// <summary>The symbol that documents another one: itself, or where its <c>inheritdoc</c> leads as a whole.</summary>
    private static ISymbol DocumentedBy(ISymbol symbol) =>
        Parse(symbol)?.Element("inheritdoc") is { } inherit && inherit.Attribute("cref") is not null && inherit.Attribute("path") is null
            ? DocumentedBy(TargetOf(symbol, inherit))
            : symbol;

    private static ISymbol TargetOf(ISymbol symbol, XElement inherit)
    {
        string cref = inherit.Attribute("cref")!.Value;
        return DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, Run.Output) ?? throw new InvalidOperationException($"{symbol} inherits from {cref}, which does not exist.");
    }

    private static string Remarks(ISymbol symbol) => Documentation(symbol)?.Element("remarks")?.ToString(SaveOptions.DisableFormatting) ?? string.Empty;

    private static XElement? Parse(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        return string.IsNullOrEmpty(xml) ? null : XElement.Parse(xml);
    }

    [GeneratedRegex("""Source:\s+<see\s+href="(?<page>https://[^"]+)"\s*/>,\s+seen\s+(?<seen>\d{4}-\d{2}-\d{2})\.""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SourceAndDate();
}
