using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN405.</summary>
public class PayloadChoiceTests
{
    private const string BothOfPicture = "'Picture' needs exactly one of 'Id', 'Link', but 'Id' is set before; leave out one of them";
    private const string NoneOfPicture = "'Picture' needs exactly one of 'Id', 'Link', but none is set; set one";
    private const string NoneOfParcel = "'OutgoingBox' needs at least one of 'To', 'Depot', but none is set; set one";

    [Theory]
    [InlineData("Use(new Picture { Id = \"1\", Link = \"a\" });", "Link")]
    [InlineData("Use(new Picture { Id = text, Link = text, Caption = maybe });", "Link")]
    [InlineData("Use(new Picture { Id = $\"{text}\", Link = yes ? text : \"\" });", "Link")]
    [InlineData("Picture both = new() { Id = text, Caption = maybe, Link = \"a\" }; Use(both);", "Link")]
    [InlineData("if (maybe is not null) { Use(new Picture { Id = maybe, Link = text }); }", "Link")]
    [InlineData("OutgoingParcel.Picture(text, id: text, link: text);", "link: text")]
    [InlineData("OutgoingParcel.Picture(text, text, text);", "text")]
    public Task Several_that_exclude_each_other(string body, string text) =>
        PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(body, new ExpectedDiagnostic("WAGEN405", DiagnosticSeverity.Warning, text, BothOfPicture));

    [Fact]
    public Task At_most_one() => PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(
        "Use(new Picture { Id = text, Size = Many, Caption = text });",
        new ExpectedDiagnostic("WAGEN405", DiagnosticSeverity.Warning, "Caption", "'Picture' needs at most one of 'Caption', 'Size', 'Frame', but 'Size' is set before; leave out one of them"));

    [Fact]
    public Task An_object_that_is_switched_on_by_a_flag() => PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(
        "Picture.Framed(text, \"a\", frame: false); Picture.Framed(text, \"a\", frame: yes); Picture.Framed(text, maybe, frame: true); Picture.Framed(text, \"a\", frame: true);",
        new ExpectedDiagnostic("WAGEN405", DiagnosticSeverity.Warning, "frame: true", "'Picture' needs at most one of 'Caption', 'Size', 'Frame', but 'Caption' is set before; leave out one of them"));

    [Theory]
    [InlineData("OutgoingParcel.Picture(text, new Picture());", "Picture")]
    [InlineData("OutgoingParcel.Picture(text, new Picture { Caption = text, Id = null, Link = default });", "Picture")]
    [InlineData("OutgoingParcel.Picture(text, yes ? picture : new Picture { Size = 1 });", "Picture")]
    [InlineData("Use(new OutgoingPicture { To = text, Picture = new() { Size = 1 } });", "new")]
    [InlineData("Use(new OutgoingPicture { To = text, Picture = picture with { Size = 1 } } with { Picture = new Courier.Picture { } });", "Courier.Picture")]
    [InlineData("var none = new Picture { Size = 1 }; OutgoingParcel.Picture(text, none);", "Picture")]
    [InlineData("OutgoingParcel.Picture(text);", "Picture")]
    [InlineData("Use(OutgoingParcel.Picture(text, caption: text));", "Picture")]
    [InlineData("Use(OutgoingParcel.Picture(text, id: null, link: yes ? null : default));", "Picture")]
    public Task None_of_those_that_are_needed(string body, string text) =>
        PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(body, new ExpectedDiagnostic("WAGEN405", DiagnosticSeverity.Warning, text, NoneOfPicture));

    [Theory]
    [InlineData("await client.SendParcelAsync(text, new OutgoingBox { Box = content });", "OutgoingBox")]
    [InlineData("await client.SendParcelAsync(text, new OutgoingBox { To = null, Box = content });", "OutgoingBox")]
    [InlineData("var box = new OutgoingBox { Box = content }; await client.SendParcelAsync(text, box); await client.SendParcelAsync(text, box);", "OutgoingBox")]
    public Task None_in_what_an_operation_sends(string body, string text) =>
        PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(body, new ExpectedDiagnostic("WAGEN405", DiagnosticSeverity.Warning, text, NoneOfParcel));

    [Fact]
    public async Task A_single_member_that_is_needed() => (await AnalysisProject
        .Of(
            """
            using Courier;
            [System.CodeDom.Compiler.GeneratedCode("WaGen", "1.0")]
            [WaGen.Runtime.PayloadRule("atLeastOne", nameof(Day))]
            public record Pickup : OutgoingParcel { public string? Day { get; init; } }
            class C { Task F(CourierClient client) => client.SendParcelAsync("1", new Pickup { Depot = "2" }); }
            """,
            Courier.Source.Replace("private protected OutgoingParcel()", "protected OutgoingParcel()", StringComparison.Ordinal))
        .AnalyzeAsync(new PayloadChoiceAnalyzer())).Expect(
            new ExpectedDiagnostic("WAGEN405", DiagnosticSeverity.Warning, "Pickup", "'Pickup' needs 'Day', but it is not set; set it"));

    /// <summary>One of two that may be null is how a choice is passed on.</summary>
    [Theory]
    [InlineData("Use(new Picture { Id = text });")]
    [InlineData("Use(new Picture { Id = maybe });")]
    [InlineData("Use(new Picture { Id = maybe, Link = text });")]
    [InlineData("Use(new Picture { Id = picture.Id, Link = picture.Link });")]
    [InlineData("Use(new Picture { Id = yes ? text : null, Link = yes ? null : text });")]
    [InlineData("Use(new Picture { Id = text, Link = null });")]
    [InlineData("Use(picture with { Id = null, Link = text });")]
    [InlineData("OutgoingParcel.Picture(text, link: text);")]
    [InlineData("OutgoingParcel.Picture(text, maybe, text);")]
    [InlineData("OutgoingParcel.Picture(text, picture);")]
    [InlineData("OutgoingParcel.Box(text, text);")]
    [InlineData("new List<Row>().Add(new() { Id = text });")]
    public Task Nothing_about_one(string body) => PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(body);

    /// <summary>What is missing may come later.</summary>
    [Theory]
    [InlineData("Use(new Picture { Size = 1 } with { Id = text });")]
    [InlineData("var template = new OutgoingBox { Box = content }; foreach (string to in texts) { await client.SendParcelAsync(text, template with { To = to }); }")]
    [InlineData("var template = new OutgoingBox { Box = content }; await client.SendParcelAsync(text, template); Use(template);")]
    [InlineData("OutgoingBox Template() => new() { Box = content }; Use(Template());")]
    [InlineData("OutgoingBox Template() { return new OutgoingBox { Box = content }; } Use(Template());")]
    [InlineData("Use(new OutgoingBox { Box = content });")]
    [InlineData("await conversation.ReplyAsync(new OutgoingBox { Box = content });")]
    [InlineData("await conversation.ReplyAsync((OutgoingParcel)new OutgoingBox { Box = content });")]
    [InlineData("var unused = new OutgoingBox { Box = content };")]
    public Task Nothing_about_templates(string body) => PayloadCode.ExpectAsync<PayloadChoiceAnalyzer>(body);

    [Fact]
    public async Task Without_nullable_references_a_variable_says_nothing() => (await AnalysisProject
        .Of(
            """
            #nullable disable
            using Courier;
            class C { object F(string id, string link) => new Picture { Id = id, Link = link }; }
            """,
            Courier.Source)
        .AnalyzeAsync(new PayloadChoiceAnalyzer())).Expect();
}
