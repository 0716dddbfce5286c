using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Payloads;

public class PayloadChoiceCodeFixTests
{
    [Theory]
    [InlineData("Id", "Use(new Picture { Id = text, Link = text });", "Use(new Picture { Link = text });")]
    [InlineData("Link", "Use(new Picture { Id = text, Link = text });", "Use(new Picture { Id = text });")]
    [InlineData("Id", "Use(new Picture\n{\n    Id = text,\n    Caption = maybe, // Kept.\n    Link = text,\n});", "Use(new Picture\n{\n    Caption = maybe, // Kept.\n    Link = text,\n});")]
    [InlineData("Link", "Use(new Picture\n{\n    Id = text,\n    Link = text,\n});", "Use(new Picture\n{\n    Id = text,\n});")]
    [InlineData("Link", "Use(new Picture\n{\n    Id = text,\n    Link = text\n});", "Use(new Picture\n{\n    Id = text\n});")]
    [InlineData("Id", "OutgoingParcel.Picture(text, id: text, link: text);", "OutgoingParcel.Picture(text, link: text);")]
    [InlineData("Link", "OutgoingParcel.Picture(text, id: text, link: text);", "OutgoingParcel.Picture(text, id: text);")]
    [InlineData("Link", "OutgoingParcel.Picture(text, text, text, caption: maybe);", "OutgoingParcel.Picture(text, text, caption: maybe);")]
    public async Task One_of_them_is_removed(string member, string before, string after) =>
        Expect(after, await CodeFixRun.FixAsync<PayloadChoiceAnalyzer, PayloadChoiceCodeFixProvider>($"Remove '{member}'", PayloadCode.Method(before), Courier.Source));

    [Theory]
    [InlineData("Use(new Picture { Id = text, Link = text });", new[] { "Remove 'Id'", "Remove 'Link'" })]
    [InlineData("OutgoingParcel.Picture(text, text, link: text);", new[] { "Remove 'Id'", "Remove 'Link'" })]
    [InlineData("OutgoingParcel.Picture(text, text, text);", new[] { "Remove 'Link'" })]
    [InlineData("OutgoingParcel.Picture(text);", new string[0])]
    public async Task Each_that_can_be_left_out_is_offered(string body, string[] titles) =>
        Assert.Equal(titles, await CodeFixRun.OfferedAsync<PayloadChoiceAnalyzer, PayloadChoiceCodeFixProvider>(PayloadCode.Method(body), Courier.Source));

    [Fact]
    public async Task All_of_a_project() => Expect(
        "Use(new Picture { Link = text }); Use(new Picture { Link = \"a\" });",
        await CodeFixRun.FixAllAsync<PayloadChoiceAnalyzer, PayloadChoiceCodeFixProvider>(
            AnalysisProject.Of(PayloadCode.Method("Use(new Picture { Id = text, Link = text }); Use(new Picture { Id = text, Link = \"a\" });"), Courier.Source), "Remove 'Id'"));

    private static void Expect(string body, FixedSources actual)
    {
        Assert.Equal(PayloadCode.Method(body), actual.Texts[0]);
        actual.Diagnostics.Expect();
    }
}
