using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WaGen.Testing;

/// <summary>Names by which users find a number, and the phone numbers that a business remembers of users.</summary>
internal sealed partial class UsernameArea(FakePlatform platform) : IPlatformArea
{
    private const int NotAvailable = 147001;
    private const int OfOwnPortfolio = 147005;

    public void Register(PlatformTable table)
    {
        table.Add("GetUsername", static call => call.Answer(Show(call.Number)));
        table.Add("SetUsername", Set);
        table.Add("DeleteUsername", Delete);
        table.Add("ListUsernameSuggestions", static call => call.Answer(new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["username_suggestions"] = new JsonArray(Suggest(call.Number), Suggest(call.Number) + "_official") }),
        }));
        table.Add("DeleteContactBookEntry", static call => call.Answer(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["success"] = true,
            ["deleted"] = call.Number.Contacts.Remove(call.Text("bsuid") ?? string.Empty),
        }));
    }

    private static JsonObject Show(FakeNumber number) => number.Text("username") is { } name ? new JsonObject { ["username"] = name, ["status"] = "approved" } : [];

    private static string Suggest(FakeNumber number) => string.Concat(number.VerifiedName.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) is { Length: >= 3 } name ? name : "business" + number.Id;

    private FakeAnswer Set(PlatformCall call)
    {
        FakeNumber number = call.Number;
        string name = call.Text("username") ?? string.Empty;
        if (!Form().IsMatch(name) || !name.Any(char.IsAsciiLetter))
        {
            return call.Bad("'username' must have 3 to 35 letters, digits, dots and underscores, one letter at least");
        }

        FakeNumber? holder = platform.First<FakeNumber>(n => n != number && name.Equals(n.Text("username"), StringComparison.OrdinalIgnoreCase));
        if (holder is not null && holder.Account.Business != number.Account.Business)
        {
            return call.Error(NotAvailable, "The name is not available", status: 400);
        }

        if (holder is not null && call.Text("transfer_action") is not "force_transfer")
        {
            return call.Error(OfOwnPortfolio, "Another number of the portfolio has the name", status: 400);
        }

        if (holder is not null)
        {
            Tell(holder, "deleted", name: null);
            holder.Fields.Remove("username");
        }

        number.Fields["username"] = name;
        Tell(number, "approved", name);
        return call.Answer(new JsonObject { ["status"] = "approved" });
    }

    private FakeAnswer Delete(PlatformCall call)
    {
        if (call.Number.Fields.Remove("username"))
        {
            Tell(call.Number, "deleted", name: null);
        }

        return call.Success();
    }

    private void Tell(FakeNumber number, string status, string? name)
    {
        var value = new JsonObject { ["display_phone_number"] = number.Phone, ["status"] = status };
        if (name is not null)
        {
            value["username"] = name;
        }

        platform.Fire(PlatformEvent.Of(number.Account, "business_username_updates", value));
    }

    [GeneratedRegex(@"^(?!www)(?!.*\.\.)(?!.*\.(com|net|org)\z)[a-z0-9_][a-z0-9._]{1,33}[a-z0-9_]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
