using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace WaGen.AspNetCore;

/// <summary>Writes a launch as Meta's SDK takes it. The default encoder escapes what could end an attribute or a script.</summary>
internal static class LaunchJson
{
    private const string SessionInfoVersion = "3";

    public static ReadOnlySpan<byte> WriteInit(string appId, string apiVersion) => WriteObject(json =>
    {
        json.WriteString("appId"u8, appId);
        json.WriteBoolean("autoLogAppEvents"u8, true);
        json.WriteBoolean("xfbml"u8, true);
        json.WriteString("version"u8, apiVersion);
    });

    public static ReadOnlySpan<byte> Write(EmbeddedSignupLaunch launch) => WriteObject(json =>
    {
        json.WriteString("config_id"u8, launch.ConfigurationId);
        json.WriteString("response_type"u8, "code"u8);
        json.WriteBoolean("override_default_response_type"u8, true);
        json.WriteStartObject("extras"u8);
        WriteSetup(json, launch);
        json.WriteString("featureType"u8, NameOf(launch.FeatureType));
        if (launch.Features.Count > 0)
        {
            json.WriteStartArray("features"u8);
            foreach (EmbeddedSignupFeature feature in launch.Features.Distinct())
            {
                json.WriteStartObject();
                json.WriteString("name"u8, feature is EmbeddedSignupFeature.AppOnlyInstall ? "app_only_install" : "marketing_messages_lite");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteText(json, "version", NameOf(launch.Version));
        if (launch.Version is EmbeddedSignupVersion.V2 or EmbeddedSignupVersion.V2PublicPreview)
        {
            json.WriteString("sessionInfoVersion"u8, SessionInfoVersion);
        }

        json.WriteEndObject();
    });

    private static void WriteSetup(Utf8JsonWriter json, EmbeddedSignupLaunch launch)
    {
        json.WriteStartObject("setup"u8);
        if (launch.Business is { } business)
        {
            WriteBusiness(json, business);
        }

        WriteIds(json, "preVerifiedPhone", "ids", launch.PreverifiedNumberIds);
        if (launch.Profile is { } profile)
        {
            json.WriteStartObject("phone"u8);
            WriteText(json, "displayName", profile.DisplayName);
            WriteText(json, "category", profile.Category);
            WriteText(json, "description", profile.Description);
            json.WriteEndObject();
        }

        WriteIds(json, "whatsAppBusinessAccount", "id", launch.AccountIds);
        WriteText(json, "solutionID", launch.SolutionId);
        json.WriteEndObject();
    }

    private static void WriteBusiness(Utf8JsonWriter json, EmbeddedSignupBusiness business)
    {
        json.WriteStartObject("business"u8);
        WriteText(json, "id", business.Id);
        WriteText(json, "name", business.Name);
        WriteText(json, "email", business.Email);
        WriteText(json, "website", business.Website?.OriginalString);
        if (business.Phone is { } phone)
        {
            json.WriteStartObject("phone"u8);
            json.WriteNumber("code"u8, phone.CountryCode);
            json.WriteString("number"u8, phone.Number);
            json.WriteEndObject();
        }

        if (business.Address is { } address)
        {
            json.WriteStartObject("address"u8);
            WriteText(json, "streetAddress1", address.Street1);
            WriteText(json, "streetAddress2", address.Street2);
            WriteText(json, "city", address.City);
            WriteText(json, "state", address.State);
            WriteText(json, "zipPostal", address.PostalCode);
            WriteText(json, "country", address.Country);
            json.WriteEndObject();
        }

        WriteText(json, "timezone", business.UtcOffset is { } offset ? NameOf(offset) : null);
        json.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, string member, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartArray(member);
        foreach (string id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string NameOf(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration().Hours:00}:{offset.Duration().Minutes:00}");

    private static string NameOf(EmbeddedSignupFeatureType type) => type switch
    {
        EmbeddedSignupFeatureType.BusinessAppOnboarding => "whatsapp_business_app_onboarding",
        EmbeddedSignupFeatureType.OnlyAccountSharing => "only_waba_sharing",
        EmbeddedSignupFeatureType.MarketingMessages => "marketing_messages_lite",
        _ => string.Empty,
    };

    // v2 has no name of its own: it is what opens with a version of the session info, but without a version of the flow.
    private static string? NameOf(EmbeddedSignupVersion version) => version switch
    {
        EmbeddedSignupVersion.V4PublicPreview => "v4-public-preview",
        EmbeddedSignupVersion.V3 => "v3",
        EmbeddedSignupVersion.V3PublicPreview => "v3-public-preview",
        EmbeddedSignupVersion.V2PublicPreview => "v2-public-preview",
        _ => null,
    };

    private static ReadOnlySpan<byte> WriteObject(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
