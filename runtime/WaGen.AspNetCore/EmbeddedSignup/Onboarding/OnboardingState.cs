using System.Security.Claims;

namespace WaGen.AspNetCore;

/// <summary>One customer on the way through the steps.</summary>
internal sealed class OnboardingState
{
    private readonly Dictionary<string, OnboardingStepReport> _former = new(StringComparer.Ordinal);
    private readonly List<OnboardingStepReport> _steps = [];

    public OnboardingState(OnboardingReport former)
    {
        Report = former;
        foreach (OnboardingStepReport step in former.Steps.Where(static step => step.State is OnboardingStepState.Done or OnboardingStepState.Skipped))
        {
            _former[step.Step] = step;
        }
    }

    /// <summary>Gets what is known. Its steps are filled in by <see cref="Add"/>.</summary>
    public OnboardingReport Report { get; private set; }

    /// <summary>Gets the code, which is of use once only.</summary>
    public string? Code { get; init; }

    public EmbeddedSignupFinished? Session { get; init; }

    public ClaimsPrincipal? User { get; init; }

    public AccessToken? Token { get; set; }

    public StoredToken? Stored { get; set; }

    /// <summary>Gets or sets the client with the customer's token.</summary>
    public WhatsAppClient? Customer { get; set; }

    /// <summary>Gets or sets a value indicating whether the number stays in the WhatsApp Business app.</summary>
    public bool IsCoexistence { get; set; }

    /// <summary>Gets or sets a value indicating whether the platform has confirmed that the number belongs to the account. Before, it is a claim.</summary>
    public bool IsNumberChecked { get; set; }

    public bool HasFailed { get; private set; }

    /// <summary>What a former run reported of a step that need not be done again; null when it has to be done.</summary>
    public OnboardingStepReport? Former(string step) => _former.GetValueOrDefault(step);

    public void Update(Func<OnboardingReport, OnboardingReport> change) => Report = change(Report);

    public void Add(OnboardingStepReport step)
    {
        _steps.Add(step);
        HasFailed |= step.State == OnboardingStepState.Failed;
        Report = Report with { Steps = [.. _steps] };
    }

    /// <summary>What the application's own steps see.</summary>
    public OnboardingContext ToContext() => new(Customer!, Report.WabaId!)
    {
        FurtherWabaIds = Report.FurtherWabaIds,
        BusinessId = Report.BusinessId,
        PhoneNumberId = IsNumberChecked ? Report.PhoneNumberId : null,
        Kind = Report.Kind,
        IsCoexistence = IsCoexistence,
        Session = Session,
        User = User,
    };
}
