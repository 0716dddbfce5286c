using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Numbers that a partner has verified for customers to come.</summary>
internal sealed class PreverifiedArea(FakePlatform platform) : IPlatformArea
{
    private const string Kind = "preverified-number-id";
    private const string Status = "code_verification_status";
    private const string Shared = "partners";
    private const string Code = "expected_code";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public void Register(PlatformTable table)
    {
        table.Add("AddPreverifiedNumber", Add);
        table.Add("ListPreverifiedNumbers", List);
        table.Add("GetPreverifiedNumber", static call => call.AnswerNode());
        table.Add("DeletePreverifiedNumber", Delete);
        table.Add("RequestPreverifiedCode", RequestCode);
        table.Add("VerifyPreverifiedCode", VerifyCode);
        table.Add("ListPreverifiedNumberPartners", static call => call.Page(call.AnyNode!.ListOf(Shared).Select(static p => (JsonObject)p.DeepClone())));
        table.Add("SharePreverifiedNumber", Share);
        table.Add("UnsharePreverifiedNumber", Unshare);
    }

    private FakeAnswer Add(PlatformCall call)
    {
        if (call.NonEmpty("phone_number") is not { } phone)
        {
            return call.Missing("phone_number");
        }

        var number = new PlatformObject(platform, FakePlatform.NewId(), Kind, call.Business, $"id,phone_number,{Status}");
        number.Fields["phone_number"] = PhoneNumbers.Normalize(phone);
        number.Fields[Status] = "NOT_VERIFIED";
        number.Fields["owner_business"] = call.Business.Mention();
        return call.AnswerId(platform.Add(number).Id);
    }

    private FakeAnswer List(PlatformCall call)
    {
        string? status = call.NonEmpty(Status);
        string? phone = call.NonEmpty("phone_number");
        return call.Page(platform.All<PlatformObject>(o => o.Fits(Kind) && o.Owner == call.Business
            && (status is null || status.Equals(o.Text(Status), StringComparison.OrdinalIgnoreCase))
            && (phone is null || PhoneNumbers.Normalize(phone).Equals(o.Text("phone_number"), StringComparison.Ordinal))));
    }

    private FakeAnswer Delete(PlatformCall call)
    {
        platform.Remove(call.AnyNode!);
        return call.Success();
    }

    private FakeAnswer RequestCode(PlatformCall call)
    {
        call.AnyNode!.Fields[Code] = platform.VerificationCode;
        return call.Success();
    }

    private static FakeAnswer VerifyCode(PlatformCall call)
    {
        FakeNode number = call.AnyNode!;
        string given = call.Text("code")?.Replace("-", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        if (number.Text(Code) is not { } expected || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given)))
        {
            return call.Bad("The code is wrong or has expired");
        }

        number.Fields.Remove(Code);
        number.Fields[Status] = "VERIFIED";
        number.Fields["code_verification_time"] = call.Now.ToUnixTimeSeconds();
        number.Fields["verification_expiry_time"] = (call.Now + Lifetime).ToUnixTimeSeconds();
        return call.Success();
    }

    private FakeAnswer Share(PlatformCall call) => Find(call, out FakeNode number, out FakeBusiness partner) is { } refusal
        ? refusal
        : Change(call, number.ListOf(Shared), partner, isShared: true);

    private FakeAnswer Unshare(PlatformCall call) => Find(call, out FakeNode number, out FakeBusiness partner) is { } refusal
        ? refusal
        : Change(call, number.ListOf(Shared), partner, isShared: false);

    private static FakeAnswer Change(PlatformCall call, List<JsonObject> partners, FakeBusiness partner, bool isShared)
    {
        partners.RemoveAll(p => partner.Id.Equals((string?)p["id"], StringComparison.Ordinal));
        if (isShared)
        {
            partners.Add(partner.Mention());
        }

        return call.Success();
    }

    private FakeAnswer? Find(PlatformCall call, out FakeNode number, out FakeBusiness partner)
    {
        number = call.Business;
        partner = call.Business;
        if (platform.FindNode(call.Text("preverified_id") ?? string.Empty) is not PlatformObject found || !found.Fits(Kind) || found.Owner != call.Business)
        {
            return call.Bad("'preverified_id' names no number of yours");
        }

        if (platform.FindNode(call.Text("partner_business_id") ?? string.Empty) is not FakeBusiness other)
        {
            return call.Bad("'partner_business_id' names no portfolio");
        }

        number = found;
        partner = other;
        return null;
    }
}
