using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>How numbers prove their owner and get ready to send.</summary>
internal sealed class RegistrationArea(FakePlatform platform) : IPlatformArea
{
    private const int WrongPin = 133005;
    private const int NotVerified = 133006;
    private const int NotRegistered = 133010;
    private const int TooMany = 133016;
    private const int MostRegistrations = 10;
    private const int PinLength = 6;
    private static readonly TimeSpan Period = TimeSpan.FromHours(72);

    /// <summary>Whether a text can be a PIN.</summary>
    public static bool IsPin(string? text) => text is { Length: PinLength } && text.All(char.IsAsciiDigit);

    public void Register(PlatformTable table)
    {
        table.Add("RequestVerificationCode", RequestCode);
        table.Add("VerifyCode", VerifyCode);
        table.Add("RegisterPhoneNumber", RegisterNumber);
        table.Add("DeregisterPhoneNumber", Deregister);
    }

    private FakeAnswer RequestCode(PlatformCall call)
    {
        if (call.Text("code_method")?.ToUpperInvariant() is not ("SMS" or "VOICE"))
        {
            return call.Bad("'code_method' must be SMS or VOICE");
        }

        if (call.NonEmpty("language") is null)
        {
            return call.Missing("language");
        }

        call.Number.Code = platform.VerificationCode;
        return call.Success();
    }

    private static FakeAnswer VerifyCode(PlatformCall call)
    {
        FakeNumber number = call.Number;
        string code = call.Text("code")?.Replace("-", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        if (number.Code is null || !IsSame(number.Code, code))
        {
            return call.Bad("The code is wrong or has expired");
        }

        number.Code = null;
        number.Fields["code_verification_status"] = "VERIFIED";
        return call.Success();
    }

    private FakeAnswer RegisterNumber(PlatformCall call)
    {
        FakeNumber number = call.Number;
        string? pin = call.Text("pin");
        FakeAnswer? refusal = !IsPin(pin) ? call.Bad("'pin' must have exactly 6 digits")
            : number.OnBusinessApp ? call.Bad("The number is used in the WhatsApp Business app and is registered already")
            : TooOften(call, number);
        if (refusal is not null)
        {
            return refusal;
        }

        if (number.Text("code_verification_status") is not "VERIFIED")
        {
            return call.Error(NotVerified, "The number must be verified before it is registered");
        }

        if (number.Pin is not null && !IsSame(number.Pin, pin!))
        {
            return call.Error(WrongPin, "The PIN is not that of the number");
        }

        bool isNew = !number.Registered;
        number.Pin = pin;
        number.Registered = true;
        if (number.Text("new_name_status") is "APPROVED")
        {
            number.Fields["verified_name"] = number.Text("new_display_name");
            number.Fields["name_status"] = "APPROVED";
            number.Fields.Remove("new_display_name");
            number.Fields.Remove("new_name_status");
        }

        if (isNew)
        {
            platform.Fire(PlatformEvent.Of(
                number.Account,
                "phone_number_quality_update",
                new JsonObject { ["display_phone_number"] = number.Phone, ["event"] = "ONBOARDING", ["current_limit"] = number.Text("whatsapp_business_manager_messaging_limit") }));
        }

        return call.Success();
    }

    private static FakeAnswer Deregister(PlatformCall call)
    {
        FakeNumber number = call.Number;
        FakeAnswer? refusal = number.OnBusinessApp ? call.Bad("The number is used in the WhatsApp Business app. Its owner ends the connection there.")
            : !number.Registered ? call.Error(NotRegistered, "The number is not registered")
            : TooOften(call, number);
        if (refusal is not null)
        {
            return refusal;
        }

        number.Registered = false;
        return call.Success();
    }

    private static FakeAnswer? TooOften(PlatformCall call, FakeNumber number)
    {
        number.Registrations.RemoveAll(at => at <= call.Now - Period);
        if (number.Registrations.Count >= MostRegistrations)
        {
            return call.Error(TooMany, "The number was registered or deregistered 10 times within 72 hours");
        }

        number.Registrations.Add(call.Now);
        return null;
    }

    private static bool IsSame(string expected, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
