namespace WaGen.AspNetCore.Tests.EmbeddedSignup;

public sealed class LaunchTests
{
    [Fact]
    public void The_usual_launch_names_the_configuration_and_asks_for_a_code()
    {
        var launch = new EmbeddedSignupLaunch { ConfigurationId = "1234" };

        Assert.Equal(
            """{"config_id":"1234","response_type":"code","override_default_response_type":true,"extras":{"setup":{},"featureType":""}}""",
            launch.ToLoginJson());
    }

    [Fact]
    public void All_that_is_known_is_filled_in()
    {
        var launch = new EmbeddedSignupLaunch
        {
            ConfigurationId = "1234",
            Version = EmbeddedSignupVersion.V3,
            Features = [EmbeddedSignupFeature.MarketingMessages, EmbeddedSignupFeature.AppOnlyInstall, EmbeddedSignupFeature.MarketingMessages],
            Business = new EmbeddedSignupBusiness
            {
                Name = "Lucky Shrub",
                Email = "office@example.com",
                Website = new Uri("https://example.com/shop"),
                Phone = new EmbeddedSignupPhone(1, "6505550101"),
                Address = new EmbeddedSignupAddress { Street1 = "1 Shrub Lane", Street2 = "Floor 2", City = "Menlo Park", State = "CA", PostalCode = "94025", Country = "US" },
                UtcOffset = TimeSpan.FromMinutes(-450),
            },
            Profile = new EmbeddedSignupProfile { DisplayName = "Lucky", Category = "RETAIL", Description = "Plants" },
            PreverifiedNumberIds = ["11", "12"],
            AccountIds = ["21"],
            SolutionId = "31",
        };

        Assert.Equal(
            """
            {"config_id":"1234","response_type":"code","override_default_response_type":true,"extras":{"setup":{"business":{"name":"Lucky Shrub","email":"office@example.com",
            "website":"https://example.com/shop","phone":{"code":1,"number":"6505550101"},"address":{"streetAddress1":"1 Shrub Lane","streetAddress2":"Floor 2","city":"Menlo Park",
            "state":"CA","zipPostal":"94025","country":"US"},"timezone":"UTC-07:30"},"preVerifiedPhone":{"ids":["11","12"]},
            "phone":{"displayName":"Lucky","category":"RETAIL","description":"Plants"},"whatsAppBusinessAccount":{"id":["21"]},"solutionID":"31"},
            "featureType":"","features":[{"name":"marketing_messages_lite"},{"name":"app_only_install"}],"version":"v3"}}
            """.Replace("\n", string.Empty, StringComparison.Ordinal),
            launch.ToLoginJson());
    }

    [Theory]
    [InlineData(EmbeddedSignupVersion.FromConfiguration, EmbeddedSignupFeatureType.BusinessAppOnboarding, """ "featureType":"whatsapp_business_app_onboarding"}""")]
    [InlineData(EmbeddedSignupVersion.V4PublicPreview, EmbeddedSignupFeatureType.Default, """ "featureType":"","version":"v4-public-preview"}""")]
    [InlineData(EmbeddedSignupVersion.V3PublicPreview, EmbeddedSignupFeatureType.OnlyAccountSharing, """ "featureType":"only_waba_sharing","version":"v3-public-preview"}""")]
    [InlineData(EmbeddedSignupVersion.V2PublicPreview, EmbeddedSignupFeatureType.MarketingMessages, """ "featureType":"marketing_messages_lite","version":"v2-public-preview","sessionInfoVersion":"3"}""")]
    [InlineData(EmbeddedSignupVersion.V2, EmbeddedSignupFeatureType.MarketingMessages, """ "featureType":"marketing_messages_lite","sessionInfoVersion":"3"}""")]
    public void Versions_and_flows_have_their_names(EmbeddedSignupVersion version, EmbeddedSignupFeatureType type, string expected)
    {
        var launch = new EmbeddedSignupLaunch { ConfigurationId = "1", Version = version, FeatureType = type };

        Assert.EndsWith(expected.TrimStart() + "}", launch.ToLoginJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_end_an_attribute_or_a_script_is_escaped()
    {
        var launch = new EmbeddedSignupLaunch { ConfigurationId = "1", Profile = new EmbeddedSignupProfile { DisplayName = "</script>'&" } };

        Assert.DoesNotContain(launch.ToLoginJson(), static c => c is '<' or '>' or '\'' or '&');
    }

    [Fact]
    public void The_SDK_is_prepared_with_app_and_version() => Assert.Equal(
        """{"appId":"99","autoLogAppEvents":true,"xfbml":true,"version":"v25.0"}""",
        EmbeddedSignupLaunch.ToInitJson("99", "v25.0"));

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_the_platform_does_not_take_is_refused_with_a_sentence(EmbeddedSignupLaunch launch, string sentence)
    {
        string problem = Assert.Single(launch.FindProblems());

        Assert.Contains(sentence, problem, StringComparison.Ordinal);
        Assert.Contains(problem, Assert.Throws<InvalidOperationException>(launch.ToLoginJson).Message, StringComparison.Ordinal);
    }

    public static TheoryData<EmbeddedSignupLaunch, string> Impossible()
    {
        var launch = new EmbeddedSignupLaunch { ConfigurationId = "1" };
        var business = new EmbeddedSignupBusiness { Name = "a", Email = "b", Website = new Uri("https://example.com"), Address = new EmbeddedSignupAddress { Country = "DE" } };
        return new TheoryData<EmbeddedSignupLaunch, string>
        {
            { launch with { ConfigurationId = " " }, "ConfigurationId is missing" },
            { launch with { FeatureType = EmbeddedSignupFeatureType.MarketingMessages }, "exists in v2 only" },
            { launch with { FeatureType = EmbeddedSignupFeatureType.BusinessAppOnboarding, Features = [EmbeddedSignupFeature.AppOnlyInstall] }, "cannot be combined" },
            { launch with { Version = EmbeddedSignupVersion.V2, Features = [EmbeddedSignupFeature.AppOnlyInstall] }, "v2 has no AppOnlyInstall" },
            { launch with { Version = (EmbeddedSignupVersion)77 }, "does not exist" },
            { launch with { Business = business with { Id = "1" } }, "details are ignored" },
            { launch with { Business = business with { Email = null } }, "only when Business has" },
            { launch with { Business = business with { Name = new string('a', 101) } }, "more than 100" },
            { launch with { Business = business with { Address = new EmbeddedSignupAddress { Country = "Deutschland" } } }, "two letters" },
            { launch with { Business = business with { Phone = new EmbeddedSignupPhone(49, "030/1") } }, "digits only" },
            { launch with { Business = business with { UtcOffset = TimeSpan.FromSeconds(1) } }, "whole number of minutes" },
            { launch with { Profile = new EmbeddedSignupProfile { Description = new string('a', 513) } }, "more than 512" },
            { launch with { AccountIds = [""] }, "An id is empty" },
        };
    }

    [Fact]
    public void No_text_shows_what_is_known_of_the_customer()
    {
        var launch = new EmbeddedSignupLaunch
        {
            ConfigurationId = "1",
            Business = new EmbeddedSignupBusiness { Name = "Secret Name", Phone = new EmbeddedSignupPhone(1, "6505550101"), Address = new EmbeddedSignupAddress { City = "Secret City" } },
            Profile = new EmbeddedSignupProfile { DisplayName = "Secret Profile" },
        };

        string texts = $"{launch}{launch.Business}{launch.Business.Phone}{launch.Business.Address}{launch.Profile}{string.Concat(launch.FindProblems())}";

        Assert.DoesNotContain("Secret", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("650", texts, StringComparison.Ordinal);
    }
}
