using System.Globalization;

namespace WaGen.AspNetCore;

/// <summary>Says in sentences what Meta would refuse or silently ignore. Quotes nothing that belongs to the customer.</summary>
internal static class LaunchCheck
{
    private const int LongestName = 100;
    private const int LongestDescription = 512;
    private const int CountryLetters = 2;
    private const int LargestCountryCode = 999;

    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    public static IEnumerable<string> Problems(EmbeddedSignupLaunch launch)
    {
        if (string.IsNullOrWhiteSpace(launch.ConfigurationId))
        {
            yield return "ConfigurationId is missing: it is the id of a configuration of Facebook Login for Business.";
        }

        foreach (string problem in Combinations(launch).Concat(launch.Business is { } business ? OfBusiness(business) : []))
        {
            yield return problem;
        }

        if (LengthOf(launch.Profile?.Description) > LongestDescription)
        {
            yield return $"Profile.Description has more than {LongestDescription} characters.";
        }

        if (launch.PreverifiedNumberIds.Concat(launch.AccountIds).Any(string.IsNullOrWhiteSpace) || launch.SolutionId is { Length: 0 })
        {
            yield return "An id is empty.";
        }
    }

    private static IEnumerable<string> Combinations(EmbeddedSignupLaunch launch)
    {
        bool isV2 = launch.Version is EmbeddedSignupVersion.V2 or EmbeddedSignupVersion.V2PublicPreview;
        if (launch.FeatureType is EmbeddedSignupFeatureType.MarketingMessages && !isV2)
        {
            yield return "The feature type MarketingMessages exists in v2 only; add EmbeddedSignupFeature.MarketingMessages to Features, or choose the product in the login configuration.";
        }

        if (launch.Features.Contains(EmbeddedSignupFeature.AppOnlyInstall))
        {
            if (launch.FeatureType is EmbeddedSignupFeatureType.BusinessAppOnboarding)
            {
                yield return "AppOnlyInstall cannot be combined with the onboarding of users of the WhatsApp Business app.";
            }

            if (launch.Version is EmbeddedSignupVersion.V2)
            {
                yield return "v2 has no AppOnlyInstall; it came with the previews and v3.";
            }
        }

        if (!Enum.IsDefined(launch.Version) || !Enum.IsDefined(launch.FeatureType) || !launch.Features.All(Enum.IsDefined))
        {
            yield return "Version, FeatureType or Features has a value that does not exist.";
        }
    }

    private static IEnumerable<string> OfBusiness(EmbeddedSignupBusiness business)
    {
        EmbeddedSignupAddress? address = business.Address;
        bool hasDetails = business is not { Name: null, Email: null, Website: null, Phone: null, Address: null, UtcOffset: null };
        if (business.Id is not null && hasDetails)
        {
            yield return "Business has an id and details; with an id the details are ignored, so leave them out.";
        }
        else if (hasDetails && (string.IsNullOrEmpty(business.Name) || string.IsNullOrEmpty(business.Email) || business.Website is null || string.IsNullOrEmpty(address?.Country)))
        {
            yield return "A new portfolio is filled in only when Business has Name, Email, Website and Address.Country together.";
        }

        if (LengthOf(business.Name) > LongestName)
        {
            yield return $"Business.Name has more than {LongestName} characters.";
        }

        if (address?.Country is { } country && !(country.Length == CountryLetters && country.All(char.IsAsciiLetter)))
        {
            yield return "Business.Address.Country is not the two letters of a country.";
        }

        if (business.Phone is { } phone && (phone.CountryCode is < 1 or > LargestCountryCode || phone.Number.Length == 0 || !phone.Number.All(char.IsAsciiDigit)))
        {
            yield return "Business.Phone needs a country calling code from 1 to 999 and a number of digits only.";
        }

        if (business.UtcOffset is { } offset && (offset.Duration() > LargestOffset || offset.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            yield return "Business.UtcOffset is more than 14 hours or no whole number of minutes.";
        }
    }

    private static int LengthOf(string? text) => text is null ? 0 : new StringInfo(text).LengthInTextElements;
}
