using Microsoft.AspNetCore.Http;
using WaGen.AspNetCore;

namespace WaGen;

/// <summary>How customers are onboarded, and the page that they see. Read once, when the application starts.</summary>
public sealed class EmbeddedSignupOptions
{
    /// <summary>Gets or sets how Embedded Signup is launched.</summary>
    /// <value>Null by default; the page needs it, <see cref="WhatsAppOnboarding"/> alone does not.</value>
    public EmbeddedSignupLaunch? Launch { get; set; }

    /// <summary>Gets or sets what completes <see cref="Launch"/> for one customer, such as what is known of the business.</summary>
    /// <value>Null by default: every customer gets the same.</value>
    public Func<HttpContext, EmbeddedSignupLaunch, ValueTask<EmbeddedSignupLaunch>>? PrepareLaunch { get; set; }

    /// <summary>Gets or sets what gives the PIN that a number is registered with: the one that is set for it, or a new one. The application has to remember it.</summary>
    /// <value>Null by default: numbers are not registered. A null from the function leaves one number unregistered.</value>
    public Func<OnboardingContext, CancellationToken, ValueTask<string?>>? ChoosePin { get; set; }

    /// <summary>Gets or sets what gives the address for webhooks about messages of an account, whose id is the second argument.</summary>
    /// <value>Null by default: they go to the address of the app. So they do when the function returns null.</value>
    public Func<OnboardingContext, string, CancellationToken, ValueTask<EmbeddedSignupCallback?>>? ChooseCallback { get; set; }

    /// <summary>Gets or sets a value indicating whether the contacts of a number of the WhatsApp Business app are asked for.</summary>
    /// <value>True by default. It is possible within 24 hours and once only.</value>
    public bool SynchronizeContacts { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether the history of a number of the WhatsApp Business app is asked for.</summary>
    /// <value>True by default. It is possible within 24 hours and once only.</value>
    public bool SynchronizeHistory { get; set; } = true;

    /// <summary>Gets or sets the origin under which browsers reach the page, such as <c>https://portal.example.com</c>.</summary>
    /// <value>Null by default: scheme and host of each request, which are right behind a proxy when forwarded headers are.</value>
    public Uri? Origin { get; set; }

    /// <summary>Gets or sets the address of Meta's SDK for browsers.</summary>
    /// <value>That in English by default. Its host is the only foreign one that may bring a script into the page.</value>
    public Uri SdkAddress { get; set; } = new("https://connect.facebook.net/en_US/sdk.js");

    /// <summary>Gets the origins that may show the page in a frame.</summary>
    /// <value>Empty by default: none may.</value>
    public IList<string> FrameAncestors { get; } = [];

    /// <summary>Gets or sets how long the page waits for the second of the two messages that end a flow, whose order is not defined.</summary>
    /// <value>5 seconds by default. The code lives for 30 seconds only.</value>
    public TimeSpan SessionWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long a page that was opened can be used.</summary>
    /// <value>1 hour by default.</value>
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how many bytes a request of the page may have.</summary>
    /// <value>16 KiB by default.</value>
    public int MaxBodyBytes { get; set; } = 16 * 1024;

    /// <summary>Gets or sets how many requests of one address are served in a minute.</summary>
    /// <value>20 by default.</value>
    public int RequestsPerMinute { get; set; } = 20;

    /// <summary>Gets or sets the language of the page's texts, as HTML names it.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Gets the texts of the page by their names, such as <c>button</c>; the documentation lists them. Steps have the names of <see cref="OnboardingSteps"/>.</summary>
    /// <value>English by default.</value>
    public IDictionary<string, string> Texts { get; } = SignupTexts.English();
}
