using System.Globalization;
using WaGen.Generator.Tests.Emit.Acme;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>The same schemas give the same bytes, whatever surrounds them.</summary>
public sealed class DeterminismTests
{
    private static readonly IReadOnlyDictionary<string, string> Expected = Edits.Shipped.Printed;

    [Theory]
    [InlineData("tr-TR", "ı")]
    [InlineData("sv-SE", "I")]
    public void Another_culture_prints_the_same(string culture, string lowerI)
    {
        IReadOnlyDictionary<string, string> acme = AcmeProvider.Run.Printed;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(lowerI is "ı", "I".ToLower(CultureInfo.CurrentCulture) is "ı");

            ExpectSame(GeneratorRun.Of("class Program;").WithShippedSchemas());
            Assert.Equal(acme, GeneratorRun.Of("class Program;").With(AcmeProvider.Schemas()).Printed);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Other_line_ends_in_schemas_print_the_same(string lineEnd) => ExpectSame(GeneratorRun.Of("class Program;").With(
        GeneratorRun.ShippedSchemas().Select(s => (s.Path, s.Json.ReplaceLineEndings(lineEnd))),
        isShipped: true));

    [Fact]
    public void Another_order_of_files_prints_the_same_in_the_same_order()
    {
        GeneratorRun run = GeneratorRun.Of("class Program;").With(GeneratorRun.ShippedSchemas().Reverse(), isShipped: true);

        ExpectSame(run);
    }

    [Fact]
    public void Other_paths_print_the_same() => ExpectSame(GeneratorRun.Of("class Program;").With(
        GeneratorRun.ShippedSchemas().Select(static s => ("C:\\packages\\wagen\\" + s.Path.Replace('/', '\\'), s.Json)),
        isShipped: true));

    [Fact]
    public void Schemas_of_a_user_print_like_shipped_ones() => ExpectSame(GeneratorRun.Of("class Program;").With(GeneratorRun.ShippedSchemas()));

    [Fact]
    public void Printed_files_are_named_after_the_id_of_their_schema()
    {
        string[] names =
        [
            .. GeneratorRun.ShippedSchemas().Where(static s => !s.Path.StartsWith("schemas/api/", StringComparison.Ordinal)).Select(static s => $"wagen.dev.{Path.ChangeExtension(s.Path, null).Replace('/', '.')}.g.cs"),
            "WaGen.WhatsApp.WhatsAppContract.g.cs",
            "WaGen.GlobalUsings.g.cs",
        ];

        Assert.Equal(names.Order(StringComparer.Ordinal), Expected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, Expected.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Printed_lines_end_with_a_line_feed_alone_and_not_with_white_space() => Assert.All(Expected, static file =>
    {
        Assert.DoesNotContain('\r', file.Value);
        Assert.DoesNotContain(" \n", file.Value, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', file.Value);
        Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", file.Value, StringComparison.Ordinal);
    });

    private static void ExpectSame(GeneratorRun run)
    {
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), run.Printed.Keys.Order(StringComparer.Ordinal));
        Assert.All(Expected, file => Assert.Equal(file.Value, run.Printed[file.Key]));
    }
}
