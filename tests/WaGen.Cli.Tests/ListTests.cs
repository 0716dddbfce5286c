using System.Text.Json;

namespace WaGen.Cli.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task The_list_holds_every_field_event_and_method_of_the_contract()
    {
        ToolResult result = await Tool.RunAsync("list", "--json");

        Assert.Equal(0, result.Code);
        JsonElement list = Assert.Single(result.Json);
        WebhookContract contract = WhatsAppContract.Instance;
        Assert.Equal("WhatsApp", list.GetProperty("contract").GetString());
        Assert.Equal(
            contract.Fields.SelectMany(field => field.Events.Select(item => (field.Name, item.Name, item.Method))),
            Fields(list).SelectMany(field => field.GetProperty("events").EnumerateArray().Select(item => (Text(field, "field"), Text(item, "event"), Text(item, "handler")))));
        JsonElement counts = list.GetProperty("counts");
        Assert.Equal(contract.Fields.Count, counts.GetProperty("fields").GetInt32());
        Assert.Equal(contract.Fields.Sum(field => field.Aliases.Count), counts.GetProperty("aliases").GetInt32());
        Assert.Equal(contract.Fields.Sum(field => field.Events.Count), counts.GetProperty("events").GetInt32());
    }

    [Fact]
    public async Task A_field_names_its_page_and_the_day_it_was_read()
    {
        JsonElement list = Assert.Single((await Tool.RunAsync("list", "--json")).Json);

        JsonElement field = Fields(list).Single(field => Text(field, "field") == "partner_solutions");
        Assert.EndsWith("/webhooks/reference/partner_solutions", Text(field, "source"), StringComparison.Ordinal);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", Text(field, "seen"));
        Assert.Equal(Text(field, "source"), Text(field.GetProperty("pages")[0], "page"));
    }

    [Fact]
    public async Task Examples_are_counted_by_what_they_hold()
    {
        JsonElement list = Assert.Single((await Tool.RunAsync("list", "--json")).Json);

        JsonElement field = Fields(list).Single(field => Text(field, "field") == "partner_solutions");
        Assert.Equal(2, field.GetProperty("examples").GetInt32());
        Assert.All(field.GetProperty("events").EnumerateArray(), item => Assert.Equal(1, item.GetProperty("examples").GetInt32()));
        IEnumerable<string> without = Fields(list).SelectMany(each => each.GetProperty("events").EnumerateArray()
            .Where(item => item.GetProperty("examples").GetInt32() == 0)
            .Select(item => $"{Text(each, "field")}/{Text(item, "event")}"));
        Assert.Equal(without, list.GetProperty("withoutExample").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public async Task The_last_line_counts_fields_and_aliases_apart()
    {
        ToolResult result = await Tool.RunAsync("list");

        Assert.Equal(0, result.Code);
        string[] lines = result.Out.TrimEnd().Split('\n');
        WebhookContract contract = WhatsAppContract.Instance;
        Assert.StartsWith($"{contract.Fields.Count} fields, {contract.Fields.Sum(field => field.Aliases.Count)} alias", lines[^1], StringComparison.Ordinal);
        Assert.Contains("example", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("messages  IMessagesHandler", StringComparison.Ordinal));
        Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^ +Text +OnTextAsync +\d+ examples?", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static List<JsonElement> Fields(JsonElement list) => [.. list.GetProperty("fields").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
