namespace WaGen.AspNetCore;

/// <summary>Remembers whether the page was mapped, which needs more options than onboarding alone.</summary>
internal sealed class SignupMapping
{
    public bool IsMapped { get; set; }
}
