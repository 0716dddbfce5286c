using System.Text;
using WaGen.AspNetCore;

namespace WaGen;

/// <summary>How Embedded Signup is launched in the browser: the options of <c>FB.login</c>, typed.</summary>
/// <example>
/// <code>
/// var launch = new EmbeddedSignupLaunch { ConfigurationId = "1234", FeatureType = EmbeddedSignupFeatureType.BusinessAppOnboarding };
/// string options = launch.ToLoginJson();
/// </code>
/// </example>
public sealed record EmbeddedSignupLaunch
{
    /// <summary>Gets the id of the configuration of Facebook Login for Business whose login variation is WhatsApp Embedded Signup.</summary>
    public required string ConfigurationId { get; init; }

    /// <summary>Gets which generation of the flow opens.</summary>
    /// <value>That of the login configuration (v4) by default.</value>
    public EmbeddedSignupVersion Version { get; init; }

    /// <summary>Gets which flow opens.</summary>
    /// <value>The usual one by default.</value>
    public EmbeddedSignupFeatureType FeatureType { get; init; }

    /// <summary>Gets what the flow offers besides. v4 takes products from the login configuration.</summary>
    /// <value>Nothing by default.</value>
    public IReadOnlyList<EmbeddedSignupFeature> Features { get; init; } = [];

    /// <summary>Gets what is known of the customer's business; null leaves all to the customer.</summary>
    public EmbeddedSignupBusiness? Business { get; init; }

    /// <summary>Gets what the profile of the number is filled in with; null leaves all to the customer.</summary>
    public EmbeddedSignupProfile? Profile { get; init; }

    /// <summary>Gets the ids of pre-verified numbers; the first one is offered.</summary>
    public IReadOnlyList<string> PreverifiedNumberIds { get; init; } = [];

    /// <summary>Gets the ids of accounts of the customer that are offered.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Gets the id of the Multi-Partner Solution that the customer is onboarded for; null without one.</summary>
    public string? SolutionId { get; init; }

    /// <summary>Writes the options of <c>FB.init</c>, which the page calls first.</summary>
    /// <param name="appId">The id of the app.</param>
    /// <param name="apiVersion">The version of the API, such as <c>v25.0</c>.</param>
    /// <returns>A JSON object that may stand in a page as it is.</returns>
    public static string ToInitJson(string appId, string apiVersion)
    {
        ArgumentException.ThrowIfNullOrEmpty(appId);
        ArgumentException.ThrowIfNullOrEmpty(apiVersion);
        return Encoding.UTF8.GetString(LaunchJson.WriteInit(appId, apiVersion));
    }

    /// <summary>Writes the options of <c>FB.login</c>.</summary>
    /// <returns>A JSON object that may stand in a page as it is: characters that end a script or an attribute are escaped.</returns>
    /// <exception cref="InvalidOperationException">The platform does not take it; the message says why.</exception>
    public string ToLoginJson()
    {
        ThrowIfInvalid();
        return Encoding.UTF8.GetString(LaunchJson.Write(this));
    }

    /// <summary>Says what the platform would not take.</summary>
    /// <returns>A sentence for each mistake; empty when there is none.</returns>
    public IReadOnlyList<string> FindProblems() => [.. LaunchCheck.Problems(this)];

    /// <summary>Makes sure that the platform takes it.</summary>
    /// <exception cref="InvalidOperationException">The platform does not take it; the message says why.</exception>
    public void ThrowIfInvalid()
    {
        IReadOnlyList<string> problems = FindProblems();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException("Embedded Signup cannot be launched like this. " + string.Join(' ', problems));
        }
    }

    /// <summary>Returns the flow, without what is known of the customer.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => $"{FeatureType} ({Version})";
}
