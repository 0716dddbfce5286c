using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using WaGen.Generator.Model;
using WaGen.Generator.Selection;
using WaGen.Generator.Tests.Infrastructure;
using WaGen.Generator.Tests.Pipeline;

namespace WaGen.Generator.Tests.Surface;

/// <summary>The generator knows JSON Schema, and the runtime knows JSON: what a provider sends is known to its schemas alone.</summary>
public sealed partial class ProviderNeutralityTests
{
    private const int ShortestTellingName = 7;
    private static readonly string[] Folders = ["generator", "runtime/WaGen"];
    private static readonly string[] Brands = ["WhatsApp", "Facebook", "Meta Platforms", "Cloud API"];

    /// <summary>Words that mean something without the provider: the keywords of the schema language, of C# documentation, and plain English of this code base.</summary>
    private static readonly HashSet<string> Neutral = [.. KeywordsOfTheLanguage(), "address", "summary", "context", "document", "message", "payload", "reserved", "unknown"];

    public static TheoryData<string> Files => [.. Folders.SelectMany(Repository.SourceFiles).Select(static f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_words_of_the_provider_are_known()
    {
        Assert.Contains("phone_number_id", Words());
        Assert.Contains("statuses", Words());
        Assert.Contains("partner_solutions", Words());
        Assert.DoesNotContain("description", Words());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_string_or_comment_names_a_member_or_field_of_a_provider(string file)
    {
        HashSet<string> words = Words();
        SyntaxNode root = CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();
        IEnumerable<string> inStrings = root.DescendantTokens(descendIntoTrivia: true)
            .Where(static t => t.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
            .SelectMany(static t => Word().Matches(t.ValueText).Select(static m => m.Value))
            .Where(words.Contains);

        // In prose a plain word is just a word, so there only names with an underscore count.
        IEnumerable<string> inComments = root.DescendantTrivia(descendIntoTrivia: true)
            .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .SelectMany(static t => Word().Matches(t.ToFullString()).Select(static m => m.Value))
            .Where(w => w.Contains('_', StringComparison.Ordinal) && words.Contains(w));

        Assert.Empty(inStrings.Concat(inComments));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_names_the_provider(string file)
    {
        string text = Repository.Read(file);
        Assert.All(Brands, brand => Assert.DoesNotContain(brand, text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Names on the wire that nobody would use by chance: with an underscore, or long, and none of the schema language.</summary>
    private static HashSet<string> Words()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (SchemaModel schema in Edits.Shipped.Result.TrackedSteps[Steps.Linked].SelectMany(static s => s.Outputs).Select(static o => ((Printable)o.Value).Schema?.Schema).OfType<SchemaModel>())
        {
            words.UnionWith(schema.Objects.SelectMany(static o => o.Members).SelectMany(static m => m.Aliases.Prepend(m.WireName)));
            words.UnionWith(schema.Enums.SelectMany(static e => e.Values).SelectMany(static v => v.Aliases.Prepend(v.WireName)));
            words.UnionWith(schema.Field is { } field ? field.Aliases.Prepend(field.Name) : []);
        }

        words.RemoveWhere(static w => Neutral.Contains(w) || (w.Length < ShortestTellingName && !w.Contains('_', StringComparison.Ordinal)));
        return words;
    }

    private static IEnumerable<string> KeywordsOfTheLanguage()
    {
        using var language = JsonDocument.Parse(Repository.Read("schemas/wagen.schema.json"));
        return [.. Names(language.RootElement)];

        static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(static p => Names(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
            JsonValueKind.String when element.GetString() is { } text && Word().Match(text).Length == text.Length => [text],
            _ => [],
        };
    }

    [GeneratedRegex("[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
