using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN401 and WAGEN404.</summary>
public class PayloadTextTests
{
    [Theory]
    [InlineData("Use(new BoxContent { Label = \"Twelve chars\" });", "\"Twelve chars\"", "12")]
    [InlineData("Use(content with { Label = \"Twelve chars\" });", "\"Twelve chars\"", "12")]
    [InlineData("Use(new BoxContent { Label = Long });", "Long", "24")]
    [InlineData("Use(new BoxContent { Label = nameof(InvalidCastException) });", "nameof(InvalidCastException)", "20")]
    [InlineData("Use(new BoxContent { Label = \"Twelve\" + \" chars\" });", "\"Twelve\" + \" chars\"", "12")]
    [InlineData("Use(new BoxContent { Label = $\"{Long}!\" });", "$\"{Long}!\"", "25")]
    [InlineData("Use(new BoxContent { Label = @\"Twelve \"\"\"\"ch\" + \"s\" });", "@\"Twelve \"\"\"\"ch\" + \"s\"", "12")]
    [InlineData("Use(new BoxContent { Label = \"\"\"Twelve chars\"\"\" });", "\"\"\"Twelve chars\"\"\"", "12")]
    [InlineData("Use(new BoxContent { Label = (\"Twelve chars\")! });", "\"Twelve chars\"", "12")]
    [InlineData("Use(new BoxContent { Label = \"\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\" });", null, "11")]
    [InlineData("Use(new BoxContent { Label = yes ? \"short\" : \"Twelve chars\" });", "\"Twelve chars\"", "12")]
    [InlineData("Use(new BoxContent { Label = maybe ?? \"Twelve chars\" });", "\"Twelve chars\"", "12")]
    [InlineData("Use(new BoxContent { Label = text switch { \"a\" => \"A\", _ => \"Twelve chars\" } });", "\"Twelve chars\"", "12")]
    [InlineData("Use(new BoxContent { Label = $\"Your parcel {text} is here\" });", "$\"Your parcel {text} is here\"", "at least 20")]
    [InlineData("Use(new BoxContent { Label = \"Your parcel \" + text });", "\"Your parcel \" + text", "at least 12")]
    [InlineData("Use(new OutgoingBox { To = text, Box = new() { Label = \"Twelve chars\" } });", "\"Twelve chars\"", "12")]
    public Task Too_long_for_a_member(string body, string? text, string length) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        body,
        new ExpectedDiagnostic(
            "WAGEN401", DiagnosticSeverity.Warning, text ?? body[body.IndexOf('"', StringComparison.Ordinal)..(body.LastIndexOf('"') + 1)], $"'Label' takes at most 10 characters, but this text has {length}; shorten it"));

    [Theory]
    [InlineData("OutgoingParcel.Box(text, \"Twelve chars\");")]
    [InlineData("OutgoingParcel.Box(label: \"Twelve chars\", to: text);")]
    [InlineData("OutgoingBox.Box(text, \"Twelve chars\");")]
    [InlineData("await conversation.ReplyBoxAsync(\"Twelve chars\");")]
    [InlineData("await CourierReplies.ReplyBoxAsync(conversation, \"Twelve chars\");")]
    public Task Too_long_for_a_parameter(string body) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        body, new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, "\"Twelve chars\"", "'label' takes at most 10 characters, but this text has 12; shorten it"));

    [Theory]
    [InlineData("Use(new BoxContent { Label = \"\" });", "\"\"", "'Label' takes at least 1 character, but this text has 0; lengthen it")]
    [InlineData("Use(new BoxContent { Label = string.Empty });", null, null)]
    [InlineData("OutgoingParcel.Box(\"\\U0001F600\", text);", "\"\\U0001F600\"", "'to' takes at least 2 characters, but this text has 1; lengthen it")]
    public Task Too_short(string body, string? text, string? message) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        body, text is null ? [] : [new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, text, message)]);

    [Theory]
    [InlineData("Tags = [\"a\", \"Five5\"]")]
    [InlineData("Tags = new[] { \"Five5\" }")]
    [InlineData("Tags = new List<string> { text, \"Five5\" }")]
    [InlineData("Tags = new PayloadList<string>([\"Five5\"])")]
    [InlineData("Tags = [.. texts, yes ? \"Five5\" : text]")]
    public Task Too_long_for_an_element(string member) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(content with {{ {member} }});",
        new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, "\"Five5\"", "'Tags' takes at most 4 characters, but this text has 5; shorten it"));

    [Theory]
    [InlineData("[[\"a\", \"Five5\"], []]")]
    [InlineData("[[text], [yes ? \"Five5\" : text]]")]
    [InlineData("yes ? null : [new PayloadList<string>([\"Five5\"])]")]
    [InlineData("[[.. texts, \"Five5\"]]")]
    public Task Too_long_for_an_element_of_an_element(string list) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(content with {{ Stickers = {list} }});",
        new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, "\"Five5\"", "'Stickers' takes at most 4 characters, but this text has 5; shorten it"));

    [Theory]
    [InlineData("new Dictionary<string, string> { [\"name of a mark\"] = \"Five5\" }")]
    [InlineData("new Dictionary<string, string> { { \"name of a mark\", \"Five5\" }, { \"a\", \"Four\" } }")]
    [InlineData("new Dictionary<string, string>(4) { [text] = yes ? text : \"Five5\" }")]
    public Task Too_long_for_a_value_of_a_map(string map) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(content with {{ Marks = {map} }});",
        new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, "\"Five5\"", "'Marks' takes at most 4 characters, but this text has 5; shorten it"));

    [Theory]
    [InlineData("\"A-\"")]
    [InlineData("\"a-1\"")]
    [InlineData("\"\"")]
    public Task Another_form(string text) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(new OutgoingBox {{ Reference = {text}, Box = content }});",
        new ExpectedDiagnostic("WAGEN404", DiagnosticSeverity.Warning, text, "'Reference' takes texts of the form ^[A-Z]+-[0-9]+$, which this one has not; write another text"));

    [Theory]
    [InlineData("Use(new BoxContent { Label = \"Exactly 10\" });")]
    [InlineData("Use(new BoxContent { Label = \"\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\" });")]
    [InlineData("Use(new BoxContent { Label = text + 1 + maybe });")]
    [InlineData("Use(new BoxContent { Label = $\"{text}{Many}{yes,20}\" });")]
    [InlineData("Use(new BoxContent { Label = null! });")]
    [InlineData("Use(new BoxContent { Label = default! });")]
    [InlineData("Use(new BoxContent { Label = text, Note = Long });")]
    [InlineData("Use(new BoxContent { Label = Long.Substring(4) });")]
    [InlineData("Use(new BoxContent { Label = yes ? text : throw new InvalidOperationException(Long) });")]
    [InlineData("Use(content with { Tags = null });")]
    [InlineData("Use(content with { Tags = [\"Four\", text] });")]
    [InlineData("Use(content with { Stickers = [[\"Four\", text, \"a\"], [.. texts]] });")]
    [InlineData("Use(new OutgoingBox { Reference = \"AB-12\", Box = content });")]
    [InlineData("OutgoingParcel.Box(text, \"Exactly 10\");")]
    [InlineData("Use(new { Label = Long });")]
    [InlineData("Use(new Exception { HelpLink = Long });")]
    [InlineData("Use(content.Label == Long);")]
    public Task Nothing_about_others(string body) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(body);

    [Fact]
    public async Task Nothing_about_types_that_only_look_the_same() => (await AnalysisProject
        .Of("class BoxContent { public string? Label { get; set; } static object F() => new BoxContent { Label = \"Twelve characters\" }; }")
        .AnalyzeAsync(new PayloadLimitAnalyzer())).Expect();

    [Fact]
    public async Task Members_of_a_generic_payload_of_another_project() => (await AnalysisProject
        .Of("class C { object F() => new Crate<int> { Label = \"Long\" }; static T G<T>() where T : Box, new() => new T { Label = \"Long\" }; }")
        .WithLibrary("""
            using WaGen.Runtime;
            public class Box { [PayloadLimit(MaxLength = 3)] public string? Label { get; set; } }
            public class Crate<T> : Box { public T? Content { get; set; } }
            """)
        .AnalyzeAsync(new PayloadLimitAnalyzer())).Expect(
            new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, "\"Long\""),
            new ExpectedDiagnostic("WAGEN401", DiagnosticSeverity.Warning, "\"Long\""));

    /// <summary>The form is that of somebody's schema: one that .NET cannot read, or that takes too long, must not stop an editor.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("^(a+)+$")]
    public async Task A_form_that_cannot_be_tried_says_nothing(string pattern) => (await AnalysisProject
        .Of($$"""
            class Box
            {
                [WaGen.Runtime.PayloadLimit(Pattern = "{{pattern}}")] public string? Label { get; set; }
                static object F() => new Box { Label = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" };
            }
            """)
        .AnalyzeAsync(new PayloadLimitAnalyzer())).Expect();
}
