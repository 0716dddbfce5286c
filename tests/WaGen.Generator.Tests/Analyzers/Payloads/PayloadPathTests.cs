using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN406 and WAGEN407.</summary>
public class PayloadPathTests
{
    private const string FiveRows = "[new() { Rows = [Row.Of(\"1\"), new() { Id = \"2\" }] }, new Section { Rows = new[] { Row.Of(\"3\"), rows[0], new Row { Id = \"5\" } } }]";
    private const string FourReplies = "ParcelButton.Reply(\"1\", text), ParcelButton.Page(text), ParcelButton.Reply(\"2\", text), new ReplyButton { Reply = rows[0] }, ParcelButton.Reply(\"4\", text)";
    private const string SameReplies = "ParcelButton.Reply(\"1\", text), new ReplyButton { Reply = new() { Id = \"2\" } }, new ReplyButton { Reply = Row.Of(title: text, id: \"1\") }";

    [Theory]
    [InlineData($"Use(new Menu {{ Sections = {FiveRows} }});")]
    [InlineData($"Use(new OutgoingMenu {{ To = text, Menu = new() {{ Sections = {FiveRows} }} }});")]
    [InlineData($"Menu menu = new() {{ Sections = [] }}; Use(menu with {{ Sections = {FiveRows} }});")]
    [InlineData($"OutgoingParcel.Menu(text, {FiveRows});")]
    public Task Too_many_rows_in_all(string body) => PayloadCode.ExpectAsync<PayloadPathAnalyzer>(
        body, new ExpectedDiagnostic("WAGEN406", DiagnosticSeverity.Warning, "new Row { Id = \"5\" }", "'Menu' takes at most 4 of 'Sections.Rows' in all, but here are 5; leave out the rest"));

    [Theory]
    [InlineData($"Use(new Choice {{ Buttons = [{FourReplies}] }});")]
    [InlineData($"Use(new Choice {{ Buttons = new ParcelButton[] {{ {FourReplies} }} }});")]
    [InlineData($"OutgoingParcel.Choice(text, [{FourReplies}]);")]
    [InlineData($"OutgoingParcel.Choice(text, {FourReplies});")]
    [InlineData($"OutgoingParcel.Choice(text, [{FourReplies}, .. rows.Select(r => ParcelButton.Page(r.Id))]);")]
    public async Task A_fourth_reply_button(string body) => await PayloadCode.ExpectAsync<PayloadPathAnalyzer>(
        body, new ExpectedDiagnostic("WAGEN406", DiagnosticSeverity.Warning, "ParcelButton.Reply(\"4\", text)", "'Choice' takes at most 3 of 'Buttons.Reply' in all, but here are 4; leave out the rest"));

    [Theory]
    [InlineData($"Use(new Choice {{ Buttons = [{SameReplies}] }});", "Choice", "Buttons.Reply.Id")]
    [InlineData($"OutgoingParcel.Choice(text, {SameReplies});", "Choice", "Buttons.Reply.Id")]
    [InlineData("Use(new Menu { Sections = [new() { Rows = [Row.Of(\"1\")] }, new() { Rows = [.. rows, new() { Id = \"1\" }] }] });", "Menu", "Sections.Rows.Id")]
    [InlineData("OutgoingParcel.Menu(text, [new() { Rows = [Row.Of(\"1\"), Row.Of(text), Row.Of(\"1\")] }]);", "Menu", "Sections.Rows.Id")]
    public Task The_same_id_twice(string body, string owner, string path) => PayloadCode.ExpectAsync<PayloadPathAnalyzer>(
        body, new ExpectedDiagnostic("WAGEN407", DiagnosticSeverity.Warning, "\"1\"", $"Every '{path}' of '{owner}' has to be different, but this one stands here already; choose another text"));

    [Fact]
    public Task Only_what_comes_later_is_underlined() => PayloadCode.ExpectAsync<PayloadPathAnalyzer>(
        "const string same = \"1\"; Use(new Choice { Buttons = [ParcelButton.Reply(\"1\", text), ParcelButton.Reply(same, text)] });",
        new ExpectedDiagnostic("WAGEN407", DiagnosticSeverity.Warning, "same"));

    [Theory]
    [InlineData("Use(new Menu { Sections = [new() { Rows = [Row.Of(\"1\"), Row.Of(\"2\")] }, new() { Rows = [Row.Of(\"3\"), Row.Of(\"4\")] }] });")]
    [InlineData("Use(new Menu { Sections = [new() { Rows = [Row.Of(\"1\"), Row.Of(\"2\")] }, new() { Rows = rows.ToArray() }, new() { Rows = [Row.Of(\"3\"), .. rows] }] });")]
    [InlineData("Use(new Menu { Sections = null! });")]
    [InlineData("Use(new Choice { Buttons = [ParcelButton.Reply(text, \"a\"), ParcelButton.Reply(text, \"a\")] });")]
    [InlineData("Use(new Choice { Buttons = [ParcelButton.Reply(\"a\", text), ParcelButton.Reply(\"A\", text), ParcelButton.Page(\"a\"), ParcelButton.Page(\"a\")] });")]
    [InlineData("Use(new[] { Row.Of(\"1\"), Row.Of(\"1\") });")]
    [InlineData("OutgoingParcel.Menu(text, null!);")]
    public Task Nothing_about_others(string body) => PayloadCode.ExpectAsync<PayloadPathAnalyzer>(body);
}
