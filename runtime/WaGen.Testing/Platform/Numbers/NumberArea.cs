using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Phone numbers as objects: lists, reads, changes.</summary>
internal sealed class NumberArea(FakePlatform platform) : IPlatformArea
{
    private const int NotYours = 2388001;
    private const int AlreadyThere = 2388012;
    private const int LongestCallback = 200;

    public void Register(PlatformTable table)
    {
        table.Add("ListPhoneNumbers", List);
        table.Add("GetPhoneNumber", static call => call.AnswerNode());
        table.Add("GetAccountNumber", static call => call.AnswerNode());
        table.Add("AddPhoneNumber", Add);
        table.Add("UpdatePhoneNumber", VerifyOverrideAsync, Update);
    }

    private static FakeAnswer List(PlatformCall call)
    {
        IEnumerable<FakeNumber> numbers = call.Account.Numbers;
        foreach (JsonObject filter in (call.Array("filtering") ?? []).OfType<JsonObject>())
        {
            string field = filter["field"]?.GetValue<string>() ?? string.Empty;
            string? value = filter["value"]?.ToString();
            numbers = numbers.Where(n => string.Equals(n.Read(field)?.ToString(), value, StringComparison.OrdinalIgnoreCase)).ToArray();
        }

        // The newest comes first unless the other order is asked for.
        bool isAscending = call.Text("sort")?.Contains("asc", StringComparison.OrdinalIgnoreCase) == true;
        return call.Page(isAscending ? numbers : numbers.Reverse());
    }

    private FakeAnswer Add(PlatformCall call)
    {
        if (call.NonEmpty("cc") is not { } prefix)
        {
            return call.Missing("cc");
        }

        if (call.NonEmpty("phone_number") is not { } text)
        {
            return call.Missing("phone_number");
        }

        string phone = PhoneNumbers.Normalize(text);
        phone = phone.StartsWith(prefix, StringComparison.Ordinal) ? phone : prefix + phone;
        FakeNumber? known = platform.First<FakeNumber>(n => n.Phone.Equals(phone, StringComparison.Ordinal) && !n.Deleted);
        if (call.Flag("migrate_phone_number") == true)
        {
            return Migrate(call, known);
        }

        if (known is not null)
        {
            return known.Account == call.Account ? call.Error(AlreadyThere, "The account has this number already", status: 400) : call.Error(NotYours, "The number belongs to another account", status: 400);
        }

        if (call.NonEmpty("verified_name") is not { } name)
        {
            return call.Missing("verified_name");
        }

        FakeNumber number = platform.AddNumber(call.Account, phone, name);
        number.Fields["code_verification_status"] = "NOT_VERIFIED";
        number.Fields["name_status"] = "PENDING_REVIEW";
        return call.NonEmpty("preverified_id") is { } id ? Claim(call, number, id) : call.AnswerId(number.Id);
    }

    private static FakeAnswer Migrate(PlatformCall call, FakeNumber? number)
    {
        if (number is null || number.Account.Business != call.Account.Business || number.OnBusinessApp)
        {
            return call.Error(NotYours, "There is no such number in another account of the portfolio", status: 400);
        }

        if (number.Account == call.Account)
        {
            return call.Error(AlreadyThere, "The account has this number already", status: 400);
        }

        if (number.Pin is not null)
        {
            return call.Error(NotYours, "Two-step verification is still on", status: 400);
        }

        number.Account = call.Account;
        number.Registered = false;
        number.Overrides.Clear();
        number.Fields["code_verification_status"] = "NOT_VERIFIED";
        return call.AnswerId(number.Id);
    }

    private FakeAnswer Claim(PlatformCall call, FakeNumber number, string preverifiedId)
    {
        if (platform.FindNode(preverifiedId) is not PlatformObject prepared || !prepared.Fits("preverified-number-id") || prepared.Text("code_verification_status") is not "VERIFIED")
        {
            platform.Remove(number);
            return call.Bad("'preverified_id' names no number that is verified");
        }

        platform.Remove(prepared);
        number.Fields["code_verification_status"] = "VERIFIED";
        number.Fields["is_preverified_number"] = true;
        return call.AnswerId(number.Id);
    }

    private async Task<FakeAnswer?> VerifyOverrideAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        if (call.Object("webhook_configuration") is not { } configuration || configuration["override_callback_uri"]?.ToString() is not { Length: > 0 } address)
        {
            return null;
        }

        return configuration["verify_token"]?.ToString() is not { Length: > 0 } verifyToken ? call.Missing("webhook_configuration.verify_token")
            : address.Length > LongestCallback ? call.Bad("'override_callback_uri' may have at most 200 characters")
            : !call.Number.Account.IsSubscribed(call.Token.App) ? call.Bad("The app has not subscribed to the account")
            : await platform.VerifyCallbackAsync(call, call.Token.App, address, verifyToken, cancellationToken).ConfigureAwait(false);
    }

    private static FakeAnswer Update(PlatformCall call)
    {
        FakeNumber number = call.Number;
        if (call.Text("pin") is { } pin)
        {
            if (!RegistrationArea.IsPin(pin))
            {
                return call.Bad("'pin' must have exactly 6 digits");
            }

            number.Pin = pin;
        }

        if (call.Text("new_display_name") is { } name)
        {
            if (name.Length is < 2 or > 75)
            {
                return call.Bad("'new_display_name' must have 2 to 75 characters");
            }

            number.Fields["new_display_name"] = name;
            number.Fields["new_name_status"] = "PENDING_REVIEW";
        }

        if (call.NonEmpty("search_visibility") is { } visibility)
        {
            number.Fields["search_visibility"] = visibility;
        }

        if (call.Object("webhook_configuration") is { } configuration)
        {
            string? address = configuration["override_callback_uri"]?.ToString();
            if (string.IsNullOrEmpty(address))
            {
                number.Overrides.Remove(call.Token.App.Id);
            }
            else
            {
                number.Overrides[call.Token.App.Id] = new Uri(address, UriKind.RelativeOrAbsolute);
            }
        }

        return call.Success();
    }
}
